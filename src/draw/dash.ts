import { coordinate } from './format-number.ts';

/** How a broken line of a length is stroked, as Chromium has it: a pattern that ends with a whole dash, and the cap. */
export function dashOperators(
  style: 'dashed' | 'dotted',
  thickness: number,
  length: number,
  closed = false,
): string {
  const round = style === 'dotted' && thickness >= ROUND_FROM;
  const { dash, gap } = measures(style, thickness);
  const fitted = fitGap(length, dash, gap, closed);
  if (round) return `1 J [0 ${coordinate(fitted + dash)}] 0 d\n`;
  return `0 J [${coordinate(dash)} ${coordinate(fitted)}] 0 d\n`;
}

/** Dots thinner than this are squares. */
const ROUND_FROM = 3;

function measures(style: 'dashed' | 'dotted', thickness: number): { dash: number; gap: number } {
  if (style === 'dotted') return { dash: thickness, gap: thickness };
  const thick = thickness >= ROUND_FROM;
  return { dash: thickness * (thick ? 2 : 3), gap: thickness * (thick ? 1 : 2) };
}

/** How far round dots reach beyond the ends of the line that their centres stand on. */
export function dotInset(style: 'dashed' | 'dotted', thickness: number): number {
  return style === 'dotted' && thickness >= ROUND_FROM ? thickness / 2 : 0;
}

function fitGap(length: number, dash: number, gap: number, closed: boolean): number {
  const available = closed ? length : length + gap;
  const fewer = Math.floor(available / (dash + gap));
  const gapOf = (dashes: number): number => {
    const gaps = closed ? dashes : dashes - 1;
    return gaps <= 0 ? Number.POSITIVE_INFINITY : (length - dashes * dash) / gaps;
  };
  const wide = gapOf(fewer);
  const narrow = gapOf(fewer + 1);
  const best = narrow <= 0 || Math.abs(wide - gap) < Math.abs(narrow - gap) ? wide : narrow;
  return Number.isFinite(best) && best > 0 ? best : gap;
}
