import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { createPress } from '../../src/press.ts';
import { renderWhole } from '../render-whole.ts';

/** The benchmark is plain JavaScript, so its modules have no types here. */
const bench = new URL('../../bench/', import.meta.url);
const { makeInvoice } = (await import(new URL('make-invoice.mjs', bench).href)) as {
  makeInvoice: (rows: number, options: { seed: number; hostile?: boolean }) => unknown;
};
const { account } = (await import(new URL('account.mjs', bench).href)) as { account: unknown };
const config = readConfig(JSON.stringify(account), 'account.mjs');
if (!config.ok) throw new Error(JSON.stringify(config.failures));
const press = createPress({ config: config.value });

const render = (rows: number, options: { seed: number; hostile?: boolean }) => {
  const outcome = renderWhole(
    { body: makeInvoice(rows, options), origin: 'bench', path: '$' },
    press,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return { ...outcome.value, warnings: outcome.warnings };
};

describe('the bill of the benchmark', () => {
  const seeds = Array.from({ length: 5 }, (_, index) => index + 1);

  it.each([false, true])(
    'is one page at twelve rows, whatever its words (hostile: %s)',
    (hostile) => {
      const pages = seeds.map((seed) => render(12, { seed, hostile }).pdf.pages);
      expect(new Set(pages)).toEqual(new Set([1]));
    },
  );

  it.each([12, 150])('adds up at %i rows', (rows) => {
    expect(render(rows, { seed: 1 }).warnings).toEqual([]);
  });

  it('has a fee, a promotion and a summary where it is long', () => {
    const { view } = render(150, { seed: 1 });
    const { fees, promotions, summary } = view;
    expect([fees.rows, promotions.rows, summary].map(({ length }) => length > 0)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is another document for another seed', () => {
    const numbers = seeds.map((seed) => render(12, { seed }).view.number);
    expect(new Set(numbers).size).toBe(seeds.length);
  });
});
