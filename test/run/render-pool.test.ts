import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openPlainRenderer, openRenderPool } from '../../src/run/render-pool.ts';
import type { RenderTask } from '../../src/run/task.ts';
import { customerFor, invoiceFor } from './account.ts';

const worker = pathToFileURL(resolve('dist/run/render-worker.js'));

const pools = [openRenderPool({}, { threads: 2, memory: 1024, worker })];
afterAll(async () => {
  for (const pool of pools) await pool.close();
});

function taskFor(customer: string): RenderTask {
  const bytes = new TextEncoder().encode(JSON.stringify(invoiceFor(customer)));
  const customerFacts = customerFor(customer);
  return { bytes, origin: customer, customer, customerFacts, revision: 1, replaces: null };
}

test('a thread gives the very bytes that this process gives', async () => {
  const [pool] = pools;
  const plain = openPlainRenderer({});
  for (const customer of ['c001', 'c002', 'c003']) {
    const [there, here] = await Promise.all([
      pool?.render(taskFor(customer)),
      plain.render(taskFor(customer)),
    ]);
    expect(here.kind).toBe('rendered');
    expect(there).toMatchObject({ kind: 'rendered', sha256: 'sha256' in here ? here.sha256 : '' });
  }
});

test('a thread that breaks down rejects its task; the next task is taken', async () => {
  const breaking = pathToFileURL(resolve('test/run/breaking-worker.mjs'));
  const small = openRenderPool({}, { threads: 1, memory: 256, worker: breaking });
  pools.push(small);
  await expect(small.render(taskFor('breaks'))).rejects.toThrow(/exit/i);
  expect(await small.render(taskFor('c002'))).toMatchObject({ kind: 'failed' });
});
