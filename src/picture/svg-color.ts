import type { Color } from '../color.ts';
import { NAMED_COLORS } from '../style/named-colors.ts';

const HEX = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
const FUNCTION = /^(rgb|hsl)a?\(([^()]*)\)$/;
const PART = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%|deg)?$/;

/** Read a colour as CSS Color 4 writes it: hex, name, rgb(), hsl(), `currentColor`; null where it is none. */
export function readColor(text: string, currentColor: Color): Color | null {
  const word = text.trim().toLowerCase();
  if (word === 'currentcolor') return currentColor;
  if (word === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 };
  const hex = HEX.exec(word)?.[1] ?? NAMED_COLORS.get(word);
  if (hex !== undefined) return readHex(hex);
  const call = FUNCTION.exec(word);
  return call === null ? null : readFunction(call[1] ?? '', call[2] ?? '');
}

function readHex(digits: string): Color {
  const wide = digits.length > 4;
  const part = (index: number): number => {
    const pair = wide ? digits.slice(2 * index, 2 * index + 2) : digits.charAt(index).repeat(2);
    return pair === '' ? 255 : Number.parseInt(pair, 16);
  };
  return { red: part(0), green: part(1), blue: part(2), alpha: part(3) / 255 };
}

function readFunction(name: string, body: string): Color | null {
  const texts = body.split(/[\s,/]+/).filter((text) => text !== '');
  const parts = texts.map((text) => PART.exec(text));
  if (texts.length < 3 || texts.length > 4 || parts.includes(null)) return null;
  const value = (index: number, whole: number): number => {
    const number = Number(parts[index]?.[1] ?? 0);
    return parts[index]?.[2] === '%' ? (number / 100) * whole : number;
  };
  const alpha = texts.length === 4 ? limit(value(3, 1), 1) : 1;
  if (name === 'hsl') return fromHsl(value(0, 360), value(1, 1), value(2, 1), alpha);
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((index) => limit(value(index, 255), 255));
  return { red, green, blue, alpha };
}

/** CSS Color 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Color {
  const reach = limit(saturation, 1) * Math.min(limit(lightness, 1), 1 - limit(lightness, 1));
  const channel = (offset: number): number => {
    const position = (((offset + hue / 30) % 12) + 12) % 12;
    const peak = Math.max(-1, Math.min(position - 3, 9 - position, 1));
    return Math.round(255 * (limit(lightness, 1) - reach * peak));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
}

function limit(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
