import { contentWidth, figureWidth } from './sheet.mjs';

/**
 * What every renderer sets: the words and numbers of Platen's own view, in the order of the page, as plain data. The
 * first column of each table takes what the others leave.
 */
export function billOf(view) {
  return {
    locale: view.locale,
    documentTitle: view.documentTitle,
    title: view.title,
    number: view.number,
    brand: view.brand.name,
    parties: [view.seller, view.customer].map(({ label, name, lines }) => ({ label, name, lines })),
    facts: view.facts.map(({ label, value, wide }) => ({ label, value, wide })),
    due: `${view.due.amount} ${view.due.sentence}`,
    others: view.due.others.join(' · '),
    textSize: view.dense ? 8 : 9,
    tables: tablesOf(view),
    notes: view.notes.join(' '),
    legal: view.seller.legal,
    foot: { page: view.messages['foot.page'].trim(), of: view.messages['foot.of'].trim() },
  };
}

function tablesOf(view) {
  const { summary, items, fees, promotions, totals, messages } = view;
  const sections = [fees, promotions].filter(({ rows }) => rows.length > 0);
  return [
    ...(summary.length > 0 ? [amountTable(messages['section.summary'], summary, view)] : []),
    usageTable(items, view),
    ...sections.map(({ title, rows, totals }) => amountTable(title, [...rows, ...totals], view)),
    amountTable(messages['section.totals'], totals, view),
  ];
}

function usageTable({ title, rows, totals }, view) {
  const sizes = [view.quantitySize, view.unitPriceSize, ...view.columns.map(({ size }) => size)];
  const words = [view.messages['column.quantity'], view.messages['column.unitPrice']];
  const all = [...rows, ...totals].map((row) => {
    const { quantity = '', unitPrice = '' } = row;
    return lineOf(row, [quantity, unitPrice]);
  });
  return tableOf({ title, heads: [...words, ...labelsOf(view)], sizes, rows: all }, view);
}

function amountTable(title, rows, view) {
  const sizes = view.columns.map(({ size }) => size);
  const lines = rows.map((row) => lineOf(row, []));
  return tableOf({ title, heads: labelsOf(view), sizes, rows: lines }, view);
}

function labelsOf({ columns }) {
  return columns.map(({ label }) => label);
}

function tableOf({ title, heads, sizes, rows }, { dense }) {
  const figures = sizes.map((size) => figureWidth(size, dense));
  const first = contentWidth - figures.reduce((sum, width) => sum + width, 0);
  const columns = heads.length + 1;
  return {
    title,
    heads,
    widths: [first, ...figures],
    rows: rows.map((row) => filled(row, columns)),
  };
}

function lineOf(row, before) {
  const { kind, label, unit = '', note = '', notes = note === '' ? [] : [note] } = row;
  const cells = [...before, ...row.amounts.map(({ text }) => text)];
  return { kind, label: unit === '' ? label : `${label} ${unit}`, notes, cells };
}

/** Rows without amounts have empty cells. */
function filled(row, columns) {
  const empty = Array.from({ length: columns - 1 - row.cells.length }, () => '');
  return { ...row, cells: [...row.cells, ...empty] };
}

/** The first cell of a row, for renderers that set it in one style. */
export function labelOf({ label, notes }) {
  return [label, ...notes].join('\n');
}

/** Rows that a hairline divides from what is above. */
export function opensPart({ kind }) {
  return kind === 'single' || kind === 'group';
}

/** Rows whose figures stand under a rule. */
export function isSum({ kind }) {
  return kind === 'subtotal' || kind === 'total';
}

/** Rows in semi-bold. */
export function isStrong({ kind }) {
  return kind === 'group' || kind === 'total';
}
