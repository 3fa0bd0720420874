import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { csvLine, text } from '../../src/usage-csv/csv-line.ts';
import { usageCsv } from '../../src/usage-csv/usage-csv.ts';
import { amounts, invoice, item, settings, usage, variant } from '../view/build-invoice.ts';

/** A reader by RFC 4180: records of cells. */
function parse(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      records.push(cells);
      cells = [];
    }
  }
  return records;
}

const HOUR = Date.UTC(2025, 8, 3, 7) / 1000;

const storage = variant(usage('5', amounts('0.1000001', '-2'), [['0', '5']]), {
  key: 'hot',
  dimensions: [{ name: 'region', value: 'eu' }],
  lateArrivals: decimal('3'),
  hours: [{ ...usage('2', amounts('0.04')), start: HOUR, end: HOUR + 3600 }],
});

const csv = usageCsv(
  invoice({ items: [item('Storage', usage('5', amounts('0.1000001', '-2')), [storage])] }),
  settings(),
);

test('items, variants, tiers and hours are records with exact decimals', () => {
  const [head = [], ...records] = parse(csv);
  const column = (name: string) => records.map((record) => record[head.indexOf(name)]);
  expect(column('record')).toEqual(['item', 'variant', 'tier', 'hour']);
  expect(column('amount')).toEqual(['0.1000001', '0.1000001', '', '0.04']);
  expect(column('base amount')).toEqual(['-2', '-2', '', '0.04']);
  expect(column('currency')).toEqual(['EUR', 'EUR', '', 'EUR']);
  expect(column('quantity')).toEqual(['5', '5', '5', '2']);
  expect(column('late quantity')).toEqual(['', '3', '', '']);
  expect(column('dimension region')).toEqual(['', 'eu', 'eu', 'eu']);
  expect(column('start')[3]).toBe('2025-09-03T07:00:00Z');
  expect(column('tier')).toEqual(['', '', '0', '']);
});

test('every record has as many cells as the head, and ends in CR LF', () => {
  const [head = [], ...records] = parse(csv);
  expect(records.filter((record) => record.length !== head.length)).toEqual([]);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('text comes back as it was, or with an apostrophe before what could be a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
      const [read = []] = parse(csvLine(cells.map(text)));
      expect(read).toEqual(
        cells.map((cell) => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)),
      );
    }),
  );
});

test('names that would be formulas are made harmless; numbers stay numbers', () => {
  expect(text('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
  expect(text('@SUM(A1)')).toBe(`'@SUM(A1)`);
  expect(text('-5 °C')).toBe(`'-5 °C`);
});

test('more than forty dimensions share the last column', () => {
  const dimensions = Array.from({ length: 42 }, (_, index) => ({
    name: `d${index}`,
    value: `${index}`,
  }));
  const many = item('I', usage('1', amounts('1')), [
    variant(usage('1', amounts('1')), { dimensions }),
  ]);
  const [head = [], , record = []] = parse(usageCsv(invoice({ items: [many] }), settings()));
  expect(head.filter((name) => name.startsWith('dimension '))).toHaveLength(40);
  expect(record[head.indexOf('further dimensions')]).toBe('d40=40; d41=41');
});
