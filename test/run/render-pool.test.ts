import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openPlainRenderer, openRenderPool, type PoolOptions } from '../../src/run/render-pool.ts';
import type { Renderer, RenderAnswer, RenderTask } from '../../src/run/task.ts';
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
  expect(await next).toMatchObject({ reason: 'c002 of 1' });
});

test('an invoice that takes too long is given up; the next one is taken', async () => {
  const pool = poolWith({ worker: breaking, seconds: 5 });
  const [late, next] = [pool.render(taskFor('sleeps')), pool.render(taskFor('c002'))];
  await expect(late).rejects.toThrow('no PDF after 5 seconds');
  expect(await next).toMatchObject({ reason: 'c002 of 1' });
});

/** What became of tasks that were given to one pool at a time: the answer's reason, or the error. */
async function becameOf(pool: Renderer, tasks: readonly RenderTask[]): Promise<readonly string[]> {
  const asked = tasks.map((task) =>
    pool.render(task).then(
      (answer) => ('reason' in answer ? answer.reason : answer.kind),
      (error: unknown) => String(error),
    ),
  );
  return Promise.all(asked);
}

test('short invoices that wait go to a process together', async () => {
  const tasks = ['c001', 'c002', 'c003', 'c004'].map((customer) => taskFor(customer));
  const one = poolWith({ worker: breaking });
  expect(await becameOf(one, tasks)).toEqual(['c001 of 1', 'c002 of 3', 'c003 of 3', 'c004 of 3']);
  const two = poolWith({ worker: breaking, processes: 2 });
  expect(await becameOf(two, tasks)).toEqual(['c001 of 1', 'c002 of 1', 'c003 of 1', 'c004 of 1']);
});

test('a long invoice goes to a process alone', async () => {
  const noise = randomBytes(60_000).toString('base64');
  const tasks = [taskFor('c001'), taskFor('c002'), taskFor('c003', { noise }), taskFor('c004')];
  const pool = poolWith({ worker: breaking });
  expect(await becameOf(pool, tasks)).toEqual(['c001 of 1', 'c002 of 1', 'c003 of 1', 'c004 of 1']);
});

test('where a process ends over several, only the one whose fault it was is rejected', async () => {
  const tasks = ['c001', 'c002', 'ends', 'c004'].map((customer) => taskFor(customer));
  expect(await becameOf(poolWith({ worker: breaking }), tasks)).toEqual([
    'c001 of 1',
    'c002 of 1',
    'Error: the process ended with code 3',
    'c004 of 1',
  ]);
});

test('invoices side by side become what each becomes alone', async () => {
  const customers = ['c001', 'c002', 'c003', 'c004', 'c005'];
  const draft = taskFor('c006', { invoicePriceStatus: 'OPEN' });
  const tasks = [
    ...customers.map((customer) => taskFor(customer)),
    draft,
    taskFor('c007', { invoiceKey: 1 }),
  ];
  const pool = poolWith({});
  const together = await Promise.all(tasks.map((task) => pool.render(task)));
  const plain = openPlainRenderer({});
  const alone = await Promise.all(tasks.map((task) => plain.render(task)));
  expect(together.map(factsOf)).toEqual(alone.map(factsOf));
  expect(new Set(alone.map(({ kind }) => kind)).size).toBeGreaterThan(1);
});

/** An answer without its bytes. */
function factsOf(answer: RenderAnswer): unknown {
  return answer.kind === 'rendered' ? { ...answer, pdf: answer.pdf.length } : answer;
}
