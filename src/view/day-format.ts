import type { DayPattern, DayPiece } from '../locale-facts.ts';

/** Writes days of UTC in words; `Intl.DateTimeFormat` is one. */
export type DayFormat = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>;

/** Years with four digits; all others are left to Intl. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 9999;

/** A format that puts days into a locale's pattern. */
export function dayFormat(pattern: DayPattern, intl: () => Intl.DateTimeFormat): DayFormat {
  return {
    format: (day) => (isPlain(day) ? write(pattern.day, [day, day], pattern) : intl().format(day)),
    formatRange: (first, last) => {
      if (!isPlain(first) || !isPlain(last)) return intl().formatRange(first, last);
      return write(piecesOf(first, last, pattern), [first, last], pattern);
    },
  };
}

function isPlain(day: unknown): day is Date {
  if (!(day instanceof Date)) return false;
  const year = day.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function piecesOf(first: Date, last: Date, { day, ranges }: DayPattern): readonly DayPiece[] {
  if (first.getUTCFullYear() !== last.getUTCFullYear()) return ranges.years;
  if (first.getUTCMonth() !== last.getUTCMonth()) return ranges.year;
  return first.getUTCDate() === last.getUTCDate() ? day : ranges.month;
}

function write(
  pieces: readonly DayPiece[],
  days: readonly [Date, Date],
  { months }: DayPattern,
): string {
  const texts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const [which, part] = piece;
    const day = days[which];
    if (part === 'month') return months[day.getUTCMonth()] ?? '';
    return String(part === 'day' ? day.getUTCDate() : day.getUTCFullYear());
  });
  return texts.join('');
}
