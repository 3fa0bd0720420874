import type * as HarfBuzz from 'harfbuzzjs';
import { expect, test, vi } from 'vitest';
import { COUNTED, type Counts } from '../../src/cli/count-work.ts';
import { emptyTally, observeInto } from '../../src/cli/tally.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { renderWhole } from '../render-whole.ts';
import { createPress, type Press } from '../../src/press.ts';

/** Work is compared in place of time: a machine may be slow, but a bill has as many words on each of them. */
const shaper = vi.hoisted(() => ({ calls: 0 }));

vi.mock('harfbuzzjs', async (load) => {
  const real = await load<typeof HarfBuzz>();
  const shape: typeof real.shape = (...given) => {
    shaper.calls++;
    real.shape(...given);
  };
  return { ...real, shape };
});

/** The benchmark is plain JavaScript, so its modules have no types here. */
const bench = new URL('../../bench/', import.meta.url);
const { makeInvoice } = (await import(new URL('make-invoice.mjs', bench).href)) as {
  makeInvoice: (rows: number, options: { seed: number }) => unknown;
};
const { account } = (await import(new URL('account.mjs', bench).href)) as { account: unknown };
const config = readConfig(JSON.stringify(account), 'account.mjs');
if (!config.ok) throw new Error(JSON.stringify(config.failures));

/** What a bill of so many rows takes once all is warm. A change that means to do less or more work writes it here. */
const GOLDEN: readonly (readonly [rows: number, work: Required<Counts>])[] = [
  [12, { boxes: 212, items: 117, marks: 142, runs: 187, pages: 1, objects: 191, bytes: 23_567 }],
  [
    150,
    { boxes: 1410, items: 321, marks: 1283, runs: 1969, pages: 8, objects: 1369, bytes: 62_150 },
  ],
];

const TOLERANCE = 0.05;
const TOLERANCE_OF_BYTES = 0.03;

/** Numbers of no known form, such as the document's own, are all that a warm document has shaped. */
const MOST_SHAPED = 40;

/** The bars of a file's size. */
const MOST_BYTES = new Map([
  [12, 40_000],
  [150, 110_000],
]);

/** So many documents come first: then words are known, and numbers are read from the window table. */
const BEFORE = 20;

test.each(GOLDEN)('a bill of %i rows takes the work that it took', (rows, golden) => {
  const press = createPress({ config: config.value });
  const tally = emptyTally();
  const observe = observeInto(tally, () => 0);
  for (let seed = 2; seed < 2 + BEFORE; seed++) render(rows, seed, press);
  shaper.calls = 0;
  render(rows, 1, { ...press, observe });
  expect(tally.counts.bytes).toBeLessThan(MOST_BYTES.get(rows) ?? 0);
  expect(shaper.calls).toBeLessThan(MOST_SHAPED);
  expect(farFrom(golden, tally.counts)).toEqual([]);
});

/** What differs from the table by more than it may. */
function farFrom(golden: Required<Counts>, counts: Counts): readonly string[] {
  return COUNTED.flatMap((name) => {
    const [expected, found = 0] = [golden[name], counts[name]];
    const most = name === 'bytes' ? TOLERANCE_OF_BYTES : TOLERANCE;
    const near = Math.abs(found - expected) <= expected * most;
    return near ? [] : [`${name}: ${found}, expected ${expected}`];
  });
}

function render(rows: number, seed: number, press: Press): void {
  const body = makeInvoice(rows, { seed });
  const rendered = renderWhole({ body, origin: 'bill', path: '$' }, press);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failures));
}
