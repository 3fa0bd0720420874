import { childrenOf, type Element } from '../markup/element.ts';

/** Counts the items of one list (CSS Lists 3, section 4.6). */
export interface ListCounter {
  next: number;
  readonly step: 1 | -1;
}

const LARGEST = 1_000_000;

/** The counter of a list element: `start`, `reversed`. */
export function listCounter(element: Element): ListCounter {
  const start = wholeNumber(element.attributes['start']);
  if (!Object.hasOwn(element.attributes, 'reversed')) return { next: start ?? 1, step: 1 };
  const items = childrenOf(element).filter(
    (child) => child.kind === 'element' && child.name === 'li',
  ).length;
  return { next: start ?? items, step: -1 };
}

/** Take the number of the next item; `value` sets it. */
export function takeNumber(counter: ListCounter, element: Element): number {
  const number = wholeNumber(element.attributes['value']) ?? counter.next;
  counter.next = number + counter.step;
  return number;
}

function wholeNumber(text: string | undefined): number | null {
  const match = /^\s*([+-]?\d{1,7})/.exec(text ?? '');
  return match ? Math.max(-LARGEST, Math.min(LARGEST, Number(match[1]))) : null;
}

const SYMBOLS: Readonly<Record<string, string>> = { disc: '• ', circle: '◦ ', square: '▪ ' };

/** The words of a marker (CSS Counter Styles 3, sections 3 and 6); null for none. */
export function markerText(type: string, number: number): string | null {
  if (type === 'none') return null;
  if (type.startsWith('"')) return type.slice(1);
  return SYMBOLS[type] ?? `${counterText(type, number)}. `;
}

/** A number in a counter style; decimal where the style has no word for it. */
export function counterText(type: string, number: number): string {
  switch (type) {
    case 'lower-alpha':
    case 'lower-latin':
      return alphabetic(number, LATIN);
    case 'upper-alpha':
    case 'upper-latin':
      return alphabetic(number, LATIN).toUpperCase();
    case 'lower-greek':
      return alphabetic(number, GREEK);
    case 'lower-roman':
      return roman(number);
    case 'upper-roman':
      return roman(number).toUpperCase();
    case 'decimal-leading-zero':
      return `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(2, '0')}`;
    default:
      return String(number);
  }
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

/** Bijective numbers: a … z, aa, ab … */
function alphabetic(number: number, letters: string): string {
  if (number < 1) return String(number);
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / letters.length))
    text = letters.charAt((rest - 1) % letters.length) + text;
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let text = '';
  let rest = number;
  for (const [value, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
