import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { paginate } from '../../src/paginate/paginate.ts';
import { column, flow, late, leaf, row } from './build-items.ts';
import type { Extra } from './build-items.ts';
import { heights, pagesOf, picture } from './draw-pages-as-text.ts';
import type { Column, Item } from '../../src/layout/item.ts';

const HEAD = leaf('H', 10);
const FOOT = leaf('F', 10);

function rows(count: number, height = 20): readonly Item[] {
  return Array.from({ length: count }, (_, index) => leaf(String(index + 1), height));
}

function table(count: number, extra: Extra<Column> = {}): Column {
  return column(rows(count), { head: HEAD, name: 'table', ...extra });
}

describe('a head', () => {
  it('comes again on each page that the table goes on', () => {
    expect(picture(table(9), 100)).toBe('H 1 2 3 4 | [H] 5 6 7 8 | [H] 9');
    expect(heights(table(5), 100)).toBe('H@0 1@10 2@30 3@50 4@70 | [H]@0 5@10');
  });

  it('never stands alone at the foot of a page', () => {
    expect(picture(column([leaf('A', 80), table(2)]), 100)).toBe('A | H 1 2');
    expect(picture(column([leaf('A', 70), table(2)]), 100)).toBe('A H 1 | [H] 2');
  });

  it('comes again in the page that ends the table, not after it', () => {
    expect(picture(column([table(5), leaf('Z', 20)]), 100)).toBe('H 1 2 3 4 | [H] 5 Z');
  });

  it('is not repeated when head and foot take more than a half of the page', () => {
    const tall = table(4, { head: leaf('H', 60) });
    const { warnings } = pagesOf(flow(tall, 100));
    expect(picture(tall, 100)).toBe('H 1 2 | 3 4');
    expect(warnings.map(({ place, message }) => [place, message])).toEqual([
      ['table', 'head and foot leave too little room to come again on each page'],
    ]);
  });
});

describe('a foot', () => {
  it('stands beneath the rows of each page, as an original on the last', () => {
    expect(picture(table(7, { foot: FOOT }), 100)).toBe('H 1 2 3 4 [F] | [H] 5 6 7 F');
    expect(heights(column(rows(4), { foot: FOOT }), 75)).toBe('1@0 2@20 3@40 [F]@60 | 4@0 F@20');
  });

  it('takes a row along when it does not fit', () => {
    // 80 px of rows and the foot would need 90
    expect(picture(column(rows(4), { foot: FOOT }), 85)).toBe('1 2 3 [F] | 4 F');
  });
});

describe('running totals', () => {
  const amount = (name: string, value: string) =>
    row([leaf(name, 20)], { amounts: [{ name: 'net', value }], breaks: { inside: 'avoid' } });
  const head = column([HEAD, row([late('net', 10)])]);
  const foot = column([row([late('net', 10)]), FOOT]);

  it('bring forward and carry forward exact sums, not on the first and the last page', () => {
    const items = ['0.10', '0.20', '-1000.5', '7', '1', '2.25', '3', '4'].map((value, index) =>
      amount(String(index + 1), value),
    );
    // first: 10 + 3 × 20 + 20 = 90; then 20 + 2 × 20 + 20 = 80; last: 20 + 3 × 20 + 10 = 90
    expect(picture(column(items, { head, foot }), 90)).toBe(
      'H 1 2 3 [−1,000.20] [F] | [H] [−1,000.20] 4 5 [−992.20] [F] | [H] [−992.20] 6 7 8 F',
    );
  });

  it('are the sums of the amounts to their last decimal', () => {
    const value = fc.tuple(
      fc.constantFrom('', '-', '+'),
      fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.bigInt({ min: 0n, max: 10n ** 15n })),
      fc.constantFrom('', '.0', '.5', '.05', '.999999'),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 8 }), (parts) => {
        const values = parts.map(([sign, whole, fraction]) => `${sign}${String(whole)}${fraction}`);
        const most = values.reduce(
          (sum, text) => Math.max(sum, text.split('.')[1]?.length ?? 0),
          0,
        );
        const items = values.map((text, index) => amount(String(index), text));
        // Three rows and the foot fill the first page.
        const { document } = pagesOf(flow(column(items, { foot }), 89));
        const [total] = (document.pages[0]?.items ?? []).filter(({ original }) => !original);
        const sum = values
          .slice(0, 3)
          .reduce((all, text) => all.plus(text.replace('+', '')), new Big(0));
        const words = total?.mark.kind === 'text' ? total.mark.text : '';
        expect(words.replaceAll(',', '').replace('\u2212', '-')).toBe(sum.toFixed(most));
      }),
    );
  });

  it('are left out of a table that fits on one page', () => {
    // 10 + 20 + 20 + 10 = 60, without the rows of totals
    expect(picture(column([amount('a', '1'), amount('b', '2')], { head, foot }), 60)).toBe(
      'H a b F',
    );
  });

  it('use the room of a total carried forward for a last row', () => {
    // on the last page 20 + 3 × 20 + 10 = 90 fits, with a carried total it would be 100
    const items = ['1', '2', '3', '4', '5', '6'].map((value) => amount(value, value));
    expect(picture(column(items, { head, foot }), 90)).toBe('H 1 2 3 [6] [F] | [H] [6] 4 5 6 F');
  });

  it('are printed in the language of the document, right aligned', () => {
    const items = ['1000.25', '1000.25', '1', '1'].map((value, index) =>
      amount(String(index), value),
    );
    const { document } = pagesOf(flow(column(items, { foot }), 70, { language: 'de' }));
    const [total] = (document.pages[0]?.items ?? []).filter(({ original }) => !original);
    expect(total?.mark).toMatchObject({ kind: 'text', text: '2.000,50', width: 80 });
    // 100 − 8 characters of 10 px; the line stands below two rows
    expect([total?.x, total?.y]).toEqual([20, 40]);
  });

  it('leave out what is no number, with a warning', () => {
    const items = [amount('a', '1'), amount('b', '1e99999999'), amount('c', '2')];
    const { warnings } = pagesOf(flow(column(items, { foot }), 60));
    expect(warnings.map(({ found }) => found)).toEqual(['1e99999999']);
  });

  it('never remain', () => {
    const { document, warnings } = pagesOf(flow(column([late('net', 10), leaf('A', 10)]), 100));
    expect(document.pages[0]?.items.map(({ mark }) => mark.kind)).toEqual(['text']);
    expect(warnings.map(({ message }) => message)).toEqual(['there is no sum to print']);
  });
});

describe('a table within a table', () => {
  it('repeats both heads', () => {
    const inner = column(rows(4), { head: leaf('h', 10) });
    expect(picture(column([inner], { head: HEAD }), 80)).toBe('H h 1 2 3 | [H] [h] 4');
  });
});

describe('the number of pages', () => {
  it('is bounded', () => {
    const endless = paginate(flow(table(100_001, { head: null, name: 'body' }), 20));
    expect(
      endless.ok ? [] : endless.failures.map(({ place, message }) => [place, message]),
    ).toEqual([['100001', 'the document has too many pages']]);
  });
});
