/** How a locale writes numbers: everything about one but its digits. */
export interface NumberPattern {
  readonly positive: Around;
  readonly negative: Around;
  readonly point: string;
  readonly separator: string;
  /** Fewest whole digits that are grouped, digits of the last group, digits of the groups before it. */
  readonly grouping: readonly [fewest: number, last: number, others: number];
}

/** What stands before and behind the digits. */
export interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** The patterns of a locale that are known without asking Intl. */
export interface NumberPatterns {
  readonly plain: NumberPattern;
  /** By the code of the currency. */
  readonly currencies: Readonly<Record<string, NumberPattern>>;
}

const MINUS = '\u2212';

/** Lengths that locales begin to group at. */
const SHORTEST = [4, 5, 6] as const;

/** Digits enough for three groups. */
const LONG = 9;

/** More digits than any number has. */
const UNGROUPED = 1000;

/** Ask Intl how it writes numbers that have decimals. */
export function learnPattern(intl: Intl.NumberFormat): NumberPattern {
  const parts = partsOf(intl, LONG, 1);
  const textOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const isGrouped = (length: number): boolean => groupsOf(partsOf(intl, length, 1)).length > 1;
  const [others = LONG, last = LONG] = groupsOf(parts).slice(-2);
  return {
    positive: aroundOf(parts),
    negative: aroundOf(partsOf(intl, LONG, -1)),
    point: textOf('decimal'),
    separator: textOf('group'),
    grouping: [SHORTEST.find(isGrouped) ?? UNGROUPED, last, others],
  };
}

/** Lengths of the groups of whole digits, from the left. */
export function groupLengths(
  length: number,
  [fewest, last, others]: NumberPattern['grouping'],
): readonly number[] {
  if (length < fewest) return [length];
  const groups = [last];
  for (let left = length - last; left > 0; left -= others) groups.unshift(Math.min(left, others));
  return groups;
}

function partsOf(intl: Intl.NumberFormat, length: number, sign: number): Intl.NumberFormatPart[] {
  const sample = `${sign < 0 ? '-' : ''}${'1'.repeat(length)}.1`;
  return intl.formatToParts(sample as Intl.StringNumericLiteral);
}

function groupsOf(parts: readonly Intl.NumberFormatPart[]): readonly number[] {
  return parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
}

function aroundOf(parts: readonly Intl.NumberFormatPart[]): Around {
  const first = parts.findIndex(({ type }) => type === 'integer');
  const last = parts.findLastIndex(({ type }) => type === 'fraction');
  const textOf = (some: readonly Intl.NumberFormatPart[]): string =>
    some
      .map(({ type, value }) => (type === 'minusSign' ? value.replace('-', MINUS) : value))
      .join('');
  return { prefix: textOf(parts.slice(0, first)), suffix: textOf(parts.slice(last + 1)) };
}
