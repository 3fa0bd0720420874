import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openPlainRenderer, openRenderPool, type PoolOptions } from '../../src/run/render-pool.ts';
import type { Renderer, RenderTask } from '../../src/run/task.ts';
import { customerFor, invoiceFor } from './account.ts';

const worker = pathToFileURL(resolve('dist/render-worker.js'));
const breaking = pathToFileURL(resolve('test/run/breaking-worker.mjs'));

const pools: Renderer[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

function poolWith(options: Partial<PoolOptions>): Renderer {
  const pool = openRenderPool({}, { processes: 1, memory: 256, seconds: 600, worker, ...options });
  pools.push(pool);
  return pool;
}

function taskFor(customer: string, changes = {}): RenderTask {
  const gzip = gzipSync(JSON.stringify(invoiceFor(customer, changes)));
  const customerFacts = customerFor(customer);
  const first = { revision: 1, replaces: null, sequence: 'open' } as const;
  return { gzip, origin: customer, customer, customerFacts, ...first };
}

test('a process of its own gives the very bytes that this process gives', async () => {
  const pool = poolWith({ processes: 2 });
  const plain = openPlainRenderer({});
  const tasks = ['c001', 'c002', 'c003'].map((customer) => taskFor(customer));
  const there = await Promise.all(tasks.map((task) => pool.render(task)));
  for (const [index, task] of tasks.entries()) {
    const here = await plain.render(task);
    expect(here.kind).toBe('rendered');
    expect(there[index]).toMatchObject({
      kind: 'rendered',
      sha256: 'sha256' in here ? here.sha256 : '',
    });
  }
});

test('an invoice that takes all memory while it is parsed ends its process alone', async () => {
  const pool = poolWith({ memory: 128 });
  const huge = { extra: Array.from({ length: 3_000_000 }, () => ({})) };
  await expect(pool.render(taskFor('c001', huge))).rejects.toThrow(/heap/);
  expect(await pool.render(taskFor('c002'))).toMatchObject({ kind: 'rendered' });
});

test('a process that ends rejects the task in its hand; the next task is taken', async () => {
  const pool = poolWith({ worker: breaking });
  const [ended, next] = [pool.render(taskFor('ends')), pool.render(taskFor('c002'))];
  await expect(ended).rejects.toThrow('the process ended with code 3');
  expect(await next).toMatchObject({ kind: 'failed' });
});

test('an invoice that takes too long is given up; the next one is taken', async () => {
  const pool = poolWith({ worker: breaking, seconds: 5 });
  const [late, next] = [pool.render(taskFor('sleeps')), pool.render(taskFor('c002'))];
  await expect(late).rejects.toThrow('no PDF after 5 seconds');
  expect(await next).toMatchObject({ kind: 'failed' });
});
