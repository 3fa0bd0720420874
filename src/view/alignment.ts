import type { FigureSize, LineView } from './invoice-view.ts';
import type { Messages } from './messages.ts';

/** As wide as a digit, and as wide as a full stop: they stand for what a shorter fraction lacks. */
const FIGURE_SPACE = '\u2007';
const PUNCTUATION_SPACE = '\u2008';

const PADDING = /[\u2007\u2008]+$/;

/** Longer fractions hang over the common right edge rather than push everything to the left. */
const MOST_DECIMALS = 8;

/** How much of a figure other characters are wide. */
const PUNCTUATION_WIDTH = 0.45;

/**
 * Quantities and unit prices with spaces behind the shorter fractions, so that in a right-aligned column of tabular
 * figures all decimal points stand under each other. A number stays one piece of text.
 */
export function alignFigures(rows: readonly LineView[], messages: Messages): readonly LineView[] {
  const { point } = messages.numbers.plain(0);
  const quantity = longestFraction(rows, 'quantity', point);
  const unitPrice = longestFraction(rows, 'unitPrice', point);
  if (quantity === 0 && unitPrice === 0) return rows;
  return rows.map((row) => {
    const padded = {
      quantity: pad(row.quantity, quantity, point),
      unitPrice: pad(row.unitPrice, unitPrice, point),
    };
    const isSame = padded.quantity === row.quantity && padded.unitPrice === row.unitPrice;
    return isSame ? row : withFigures(row, padded);
  });
}

/** Quantities and unit prices as they are read outside of columns. */
export function withoutAlignment(rows: readonly LineView[]): readonly LineView[] {
  return rows.map((row) =>
    withFigures(row, {
      quantity: row.quantity.replace(PADDING, ''),
      unitPrice: row.unitPrice.replace(PADDING, ''),
    }),
  );
}

/** The row with other figures, field by field: to write over fields of a copy is slow. */
function withFigures(
  { kind, label, notes, unit, amounts }: LineView,
  { quantity, unitPrice }: Pick<LineView, 'quantity' | 'unitPrice'>,
): LineView {
  return { kind, label, notes, quantity, unit, unitPrice, amounts };
}

/** The room that the longest of the rows' numbers needs, in figures; heads of columns need some, too. */
export function figureSize<Row>(
  rows: readonly Row[],
  numberOf: (row: Row) => string,
  least: number,
): FigureSize {
  let longest = least;
  // By index, here and below: what is gone through once is not compiled yet, and each step of an iterator is then an object.
  for (let index = 0; index < rows.length; index++) {
    const text = numberOf(rows[index] as Row);
    // No character is wider than a figure.
    if (text.length > longest) longest = Math.max(longest, widthOf(text));
  }
  return String(Math.min(Math.ceil(longest), MOST_FIGURES));
}

/** Whether columns of these sizes leave too little of the page for names. */
export function isDense(sizes: readonly FigureSize[]): boolean {
  return sizes.reduce((sum, size) => sum + Number(size), 0) > COMFORTABLE_FIGURES;
}

/** Whether they leave no room for names at all unless quantities and prices move under them. */
export function isDenser(sizes: readonly FigureSize[]): boolean {
  return sizes.reduce((sum, size) => sum + Number(size), 0) > MOST_COMFORTABLE_FIGURES;
}

/** Longer numbers break within their column. */
const MOST_FIGURES = 24;

/** Figures in all columns together beyond which names would be squeezed. */
const COMFORTABLE_FIGURES = 54;
const MOST_COMFORTABLE_FIGURES = 64;

function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    width += isWide(code) ? 1 : PUNCTUATION_WIDTH;
    if (code > LAST_OF_ONE_UNIT) at += 1;
  }
  return width;
}

const LAST_OF_ONE_UNIT = 0xffff;
const NOUGHT = 0x30;
const NINE = 0x39;

function isWide(code: number): boolean {
  return code >= NOUGHT && (code <= NINE || WIDE.test(String.fromCodePoint(code)));
}

/** Figures, figure space and minus. */
const WIDE = /[\p{N}\u2007\u2212]/u;

function longestFraction(
  rows: readonly LineView[],
  field: 'quantity' | 'unitPrice',
  point: string,
): number {
  let longest = 0;
  for (let index = 0; index < rows.length; index++)
    longest = Math.max(longest, decimals(rows[index]?.[field] ?? '', point));
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
