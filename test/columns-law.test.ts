import { expect, test } from 'vitest';
import { printMarkup } from '../src/pipeline.ts';
import { renderWhole, type RenderedInvoice } from './render-whole.ts';
import { fillTemplate } from '../src/template/fill-template.ts';
import type { InvoiceView } from '../src/view/invoice-view.ts';
import { objections } from './columns-law.ts';
import { readTables, type PrintedTable } from './printed-tables.ts';
import { readCase } from './render-case.ts';

const { press, raws } = readCase('september');

function september(): RenderedInvoice {
  const raw = raws.ok ? raws.value[0] : undefined;
  const outcome = raw === undefined ? null : renderWhole(raw, press);
  if (outcome === null || !outcome.ok) throw new Error('The sample does not render');
  return outcome.value;
}

const rendered = september();
const { locale, messages: words } = rendered.view;
const tables = await readTables(rendered.pdf.bytes);

/** The tables with a digit of one cell changed. */
function tampered(table: number, row: number, cell: number): readonly PrintedTable[] {
  return tables.map((each, index) => {
    if (index !== table) return each;
    const rows = each.rows.map((cells, at) =>
      at === row ? cells.map((text, column) => (column === cell ? another(text) : text)) : cells,
    );
    return { ...each, rows };
  });
}

const another = (text: string) => text.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

test('whatever amount is changed, somebody with the file and a calculator notices', () => {
  const speech = { locale, words };
  expect(objections(tables, speech)).toEqual([]);
  const unnoticed = tables.flatMap(({ rows }, table) =>
    rows.flatMap((cells, row) =>
      cells.at(-1) === '' || objections(tampered(table, row, cells.length - 1), speech).length > 0
        ? []
        : [cells[0]],
    ),
  );
  expect(unnoticed).toEqual([]);
});

test('a wrong amount that was really printed is noticed', async () => {
  const [first, ...others] = rendered.view.fees.rows;
  if (first === undefined) throw new Error('The sample has fees');
  const amounts = first.amounts.map((amount) => ({ ...amount, text: another(amount.text) }));
  const fees = { ...rendered.view.fees, rows: [{ ...first, amounts }, ...others] };
  const found = objections(await readTables(print({ ...rendered.view, fees })), { locale, words });
  expect(found).toHaveLength(amounts.length);
  expect(found[0]).toContain('340.40 is printed, 340.41 is the sum');
});

function print(view: InvoiceView): Uint8Array {
  const world = press.world(rendered.settings);
  const markup = fillTemplate(view, world);
  const pdf = markup.ok ? printMarkup(markup.value, world) : markup;
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failures));
  return pdf.value.bytes;
}

test('a table reads on across pages, and its repeated head is not a row', () => {
  expect(tables.map(({ head }) => head[0])).toEqual([
    'Usage',
    'Planfees',
    'Servicefees',
    'Commitments',
    'Promotions',
    'Total',
  ]);
  expect(tables.every(({ head, rows }) => rows.every((cells) => cells.length <= head.length))).toBe(
    true,
  );
});
