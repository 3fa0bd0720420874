import type { Decimal } from '../money/decimal.ts';

/** A cell that is ready to be written. */
export type Cell = string & { readonly __cell: 'csv' };

/** What spreadsheets take for the beginning of a formula; fullwidth forms too, which some of them fold. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** What RFC 4180, section 2, wants quoted, and white space at the ends, which readers like to lose. */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A cell of text: a name that would be a formula gets an apostrophe before it, so that nothing is ever executed. */
export function text(value: string): Cell {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  const quoted = NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  return quoted as Cell;
}

/** A cell with an exact decimal, without grouping and exponent; a minus sign is part of the number. */
export function number(value: Decimal): Cell {
  return value.toString() as Cell;
}

/** A record, with the line end of RFC 4180. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.join(',')}\r\n`;
}
