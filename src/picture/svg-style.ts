import type { Color } from '../color.ts';
import type { Shape, Stroke } from './picture.ts';
import { deriveFont, FONT_PROPERTIES, type SvgFont } from './svg-font.ts';
import { readColor } from './svg-color.ts';
import { readLength } from './svg-length.ts';
import type { Declarations } from './svg-rules.ts';

/** A paint as written: nothing, a colour, or a gradient by its id with what to paint if there is none. */
export type WrittenPaint =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: WrittenPaint };

/** The inherited properties of SVG that shapes need. */
export interface SvgStyle extends Omit<Stroke, 'paint'> {
  readonly color: Color;
  readonly fill: WrittenPaint;
  readonly fillOpacity: number;
  readonly fillRule: Shape['fillRule'];
  readonly stroke: WrittenPaint;
  readonly strokeOpacity: number;
  readonly visible: boolean;
  readonly clipRule: Shape['fillRule'];
  readonly font: SvgFont;
}

/** The style of an `svg` element that says nothing (SVG 2, section 13). */
export function initialStyle(color: Color, font: SvgFont): SvgStyle {
  return {
    color,
    fill: { kind: 'color', color: { red: 0, green: 0, blue: 0, alpha: 1 } },
    fillOpacity: 1,
    fillRule: 'nonzero',
    stroke: { kind: 'none' },
    strokeOpacity: 1,
    visible: true,
    clipRule: 'nonzero',
    font,
    width: 1,
    cap: 'butt',
    join: 'miter',
    miterLimit: 4,
    dash: [],
    dashOffset: 0,
  };
}

const RULES = { nonzero: 'nonzero', evenodd: 'evenodd' } as const;
const CAPS = { butt: 'butt', round: 'round', square: 'square' } as const;
const JOINS = { miter: 'miter', round: 'round', bevel: 'bevel' } as const;

/** The style of an element within another; `base` is what percentages of no direction are of. */
export function deriveStyle(parent: SvgStyle, given: Declarations, base: number): SvgStyle {
  const color = readColor(given['color'] ?? '', parent.color) ?? parent.color;
  const visibility = given['visibility'];
  return {
    color,
    fill: readPaint(given['fill'], color) ?? parent.fill,
    fillOpacity: readOpacity(given['fill-opacity']) ?? parent.fillOpacity,
    fillRule: keyword(RULES, given['fill-rule']) ?? parent.fillRule,
    stroke: readPaint(given['stroke'], color) ?? parent.stroke,
    strokeOpacity: readOpacity(given['stroke-opacity']) ?? parent.strokeOpacity,
    visible: visibility === undefined ? parent.visible : visibility === 'visible',
    clipRule: keyword(RULES, given['clip-rule']) ?? parent.clipRule,
    font: FONT_PROPERTIES.some((name) => name in given)
      ? deriveFont(parent.font, given)
      : parent.font,
    width: positive(readLength(given['stroke-width'], base)) ?? parent.width,
    cap: keyword(CAPS, given['stroke-linecap']) ?? parent.cap,
    join: keyword(JOINS, given['stroke-linejoin']) ?? parent.join,
    miterLimit: positive(readLength(given['stroke-miterlimit'], 1)) ?? parent.miterLimit,
    dash: readDash(given['stroke-dasharray'], base) ?? parent.dash,
    dashOffset: readLength(given['stroke-dashoffset'], base) ?? parent.dashOffset,
  };
}

/** Read an opacity, a number or a percentage. */
export function readOpacity(text: string | undefined): number | null {
  const value = readLength(text, 1);
  return value === null ? null : Math.min(1, Math.max(0, value));
}

const REFERENCE = /^url\(\s*["']?#([^"')]*)["']?\s*\)\s*(.*)$/;
const NONE: WrittenPaint = { kind: 'none' };

function readPaint(text: string | undefined, color: Color): WrittenPaint | null {
  const written = text?.trim() ?? '';
  if (written === 'none') return NONE;
  const reference = REFERENCE.exec(written);
  if (reference !== null) {
    const fallback = readPaint(reference[2], color) ?? NONE;
    return { kind: 'reference', id: reference[1] ?? '', fallback };
  }
  const value = readColor(written, color);
  return value === null ? null : { kind: 'color', color: value };
}

function keyword<T extends string>(table: Readonly<Record<T, T>>, text = ''): T | null {
  const word = text.trim();
  return Object.hasOwn(table, word) ? table[word as T] : null;
}

function positive(value: number | null): number | null {
  return value !== null && value >= 0 ? value : null;
}

/** An odd list is taken twice; a list of zeros is no dash (SVG 2, section 13.5.6). */
function readDash(text: string | undefined, base: number): readonly number[] | null {
  if (text === undefined) return null;
  const lengths = text
    .trim()
    .split(/[\s,]+/)
    .slice(0, MOST_DASHES)
    .map((part) => readLength(part, base));
  if (text.trim() === 'none') return [];
  if (lengths.some((length) => length === null || length < 0)) return null;
  const dash = lengths.filter((length) => length !== null);
  if (dash.every((length) => length === 0)) return [];
  return dash.length % 2 === 0 ? dash : [...dash, ...dash];
}

const MOST_DASHES = 32;
