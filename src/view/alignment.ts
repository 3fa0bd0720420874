import type { FigureSize, LineView } from './invoice-view.ts';
import type { Messages } from './messages.ts';

/** As wide as a digit, and as wide as a full stop: they stand for what a shorter fraction lacks. */
const FIGURE_SPACE = '\u2007';
const PUNCTUATION_SPACE = '\u2008';

/** Longer fractions hang over the common right edge rather than push everything to the left. */
const MOST_DECIMALS = 8;

/** How much of a figure other characters are wide. */
const PUNCTUATION_WIDTH = 0.45;

/**
 * Quantities and unit prices with spaces behind the shorter fractions, so that in a right-aligned column of tabular
 * figures all decimal points stand under each other. A number stays one piece of text.
 */
export function alignFigures(rows: readonly LineView[], messages: Messages): readonly LineView[] {
  const point = decimalPoint(messages);
  const quantity = longestFraction(rows, 'quantity', point);
  const unitPrice = longestFraction(rows, 'unitPrice', point);
  return rows.map((row) => ({
    ...row,
    quantity: pad(row.quantity, quantity, point),
    unitPrice: pad(row.unitPrice, unitPrice, point),
  }));
}

/** The room that the longest of these figures needs. */
export function figureSize(figures: Iterable<string>): FigureSize {
  let longest = 0;
  for (const text of figures) longest = Math.max(longest, widthOf(text));
  const [size = 'xl'] = SIZES.find(([, most]) => longest <= most) ?? [];
  return size;
}

const SIZES: readonly (readonly [FigureSize, number])[] = [
  ['s', 8],
  ['m', 10.5],
  ['l', 14],
];

function widthOf(text: string): number {
  let figures = 0;
  for (const character of text) if (/[\p{N}\u2007]/u.test(character)) figures += 1;
  return figures + (text.length - figures) * PUNCTUATION_WIDTH;
}

function longestFraction(
  rows: readonly LineView[],
  field: 'quantity' | 'unitPrice',
  point: string,
): number {
  let longest = 0;
  for (const row of rows) longest = Math.max(longest, decimals(row[field], point));
  return Math.min(longest, MOST_DECIMALS);
}

function pad(text: string, most: number, point: string): string {
  const own = decimals(text, point);
  if (text === '' || own >= most) return text;
  return `${text}${own === 0 ? PUNCTUATION_SPACE : ''}${FIGURE_SPACE.repeat(most - own)}`;
}

function decimals(text: string, point: string): number {
  const at = text.lastIndexOf(point);
  return at < 0 ? 0 : text.length - at - point.length;
}

function decimalPoint({ numbers }: Messages): string {
  const parts = numbers.plain(1).formatToParts(0);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
