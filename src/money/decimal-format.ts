import type { Big } from 'big.js';
import { decimalsOf } from './decimal.ts';
import { digitsOf } from './digits.ts';

/** Writes decimals as one locale does, all of their digits. */
export interface DecimalFormat {
  /** What stands before the decimals. */
  readonly point: string;
  write(value: Big): string;
}

/** Everything about a written number but its digits; the same for all numbers of one sign and length. */
interface Layout {
  readonly prefix: string;
  /** Lengths of the groups of the whole part, from the left. */
  readonly groups: readonly number[];
  readonly separator: string;
  readonly point: string;
  readonly suffix: string;
}

const MINUS = '\u2212';

/** Numbers with longer whole parts are left to Intl. */
const LONGEST_WHOLE = 40;

/**
 * A format that asks Intl once how numbers of each length and sign are written, and from then on puts digits in their
 * places itself: the same text as Intl's, several times faster. Decimals that Intl would not print are left to it.
 */
export function decimalFormat(intl: Intl.NumberFormat, minimumDigits: number): DecimalFormat {
  const { maximumFractionDigits: most = 0 } = intl.resolvedOptions();
  const layouts = { positive: [] as Layout[], negative: [] as Layout[] };
  const layoutOf = (length: number, sign: number): Layout => {
    const known = sign < 0 ? layouts.negative : layouts.positive;
    return (known[length] ??= learnLayout(intl, length, sign));
  };
  return {
    point: layoutOf(1, 1).point,
    write: (value) => {
      const length = Math.max(1, value.e + 1);
      if (length > LONGEST_WHOLE || decimalsOf(value) > most) return writeByIntl(intl, value);
      return layOut(value, layoutOf(length, value.s), minimumDigits);
    },
  };
}

function writeByIntl(intl: Intl.NumberFormat, value: Big): string {
  return intl.format(value.toString() as Intl.StringNumericLiteral).replace('-', MINUS);
}

/** How a number is written that has whole digits of this length and a decimal. */
function learnLayout(intl: Intl.NumberFormat, length: number, sign: number): Layout {
  const sample = `${sign < 0 ? '-' : ''}${'1'.repeat(length)}.1`;
  const parts = intl.formatToParts(sample as Intl.StringNumericLiteral);
  const first = parts.findIndex(({ type }) => type === 'integer');
  const last = parts.findLastIndex(({ type }) => type === 'fraction');
  const textOf = (some: readonly Intl.NumberFormatPart[]) =>
    some.map(({ type, value }) => (type === 'minusSign' ? value.replace('-', MINUS) : value));
  return {
    prefix: textOf(parts.slice(0, first)).join(''),
    groups: parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length),
    separator: parts.find(({ type }) => type === 'group')?.value ?? '',
    point: parts.find(({ type }) => type === 'decimal')?.value ?? '',
    suffix: textOf(parts.slice(last + 1)).join(''),
  };
}

function layOut(value: Big, layout: Layout, minimumDigits: number): string {
  const { whole, fraction } = digitsOf(value, minimumDigits);
  let text = layout.prefix;
  let at = 0;
  for (const length of layout.groups) {
    if (at > 0) text += layout.separator;
    text += whole.slice(at, at + length);
    at += length;
  }
  if (fraction !== '') text += layout.point + fraction;
  return text + layout.suffix;
}
