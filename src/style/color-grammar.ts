import type { CssNode, FunctionNode } from 'css-tree';
import type { Color } from '../color.ts';
import { readNumeric } from './calc.ts';
import {
  always,
  identifier,
  isOperator,
  one,
  splitAt,
  type Compute,
  type Grammar,
} from './grammar.ts';
import { NAMED_COLORS } from './named-colors.ts';

/** No colour at all. */
export const TRANSPARENT: Color = { red: 0, green: 0, blue: 0, alpha: 0 };

/** Colours (CSS Color 4): hex, rgb(), hsl(), names, `transparent`, `currentcolor`, and color-mix() in srgb. */
export const color: Grammar<Color> = one('<color>', readColor);

function readColor(node: CssNode): Compute<Color> | null {
  if (node.type === 'Hash') return readHex(node.value);
  if (node.type === 'Function') return readFunction(node);
  const name = identifier(node);
  if (name === null) return null;
  if (name === 'currentcolor') return (context) => context.color;
  if (name === 'transparent') return always(TRANSPARENT);
  const value = NAMED_COLORS.get(name);
  return value === undefined ? null : readHex(value);
}

function readHex(digits: string): Compute<Color> | null {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return null;
  const wide = digits.length > 4;
  const part = (index: number): number => {
    const text = wide ? digits.slice(2 * index, 2 * index + 2) : digits.charAt(index).repeat(2);
    return text === '' ? 255 : Number.parseInt(text, 16);
  };
  return always({ red: part(0), green: part(1), blue: part(2), alpha: part(3) / 255 });
}

function readFunction(node: FunctionNode): Compute<Color> | null {
  const parts = node.children.toArray().filter((child) => child.type !== 'WhiteSpace');
  switch (node.name.toLowerCase()) {
    case 'rgb':
    case 'rgba':
      return channels(parts, readRgb);
    case 'hsl':
    case 'hsla':
      return channels(parts, readHsl);
    case 'color-mix':
      return readMix(parts);
    default:
      return null;
  }
}

type Channels = readonly [CssNode, CssNode, CssNode];

/** Both ways to write: `1, 2, 3, 4` and `1 2 3 / 4` (CSS Color 4, section 4.1). */
function channels(
  parts: readonly CssNode[],
  read: (channels: Channels, alpha: number) => Color | null,
): Compute<Color> | null {
  const bare = parts.filter((part) => part.type !== 'Operator');
  const signs = parts.filter((part) => part.type === 'Operator');
  const [first, second, third, fourth, more] = bare;
  if (!first || !second || !third || more) return null;
  const commas = signs.length === bare.length - 1 && signs.every((sign) => isOperator(sign, ','));
  const slash = fourth ? signs.length === 1 && isOperator(parts[3], '/') : signs.length === 0;
  const alpha = fourth ? unitValue(fourth, 1) : 1;
  if (!(commas || slash) || alpha === null) return null;
  const value = read([first, second, third], Math.min(1, Math.max(0, alpha)));
  return value && always(value);
}

const atRest = { fontSize: 16, rootFontSize: 16, face: (): null => null };

/** A number as it is, a percentage as part of `whole`; `none` is 0. */
function unitValue(node: CssNode, whole: number): number | null {
  if (identifier(node) === 'none') return 0;
  const value = readNumeric(node);
  if (value?.type !== 'number' && value?.type !== 'percentage') return null;
  const { px, percent } = value.evaluate(atRest as Parameters<typeof value.evaluate>[0]);
  return value.type === 'number' ? px : (percent / 100) * whole;
}

const channel = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

function readRgb(nodes: Channels, alpha: number): Color | null {
  const [red, green, blue] = nodes.map((node) => unitValue(node, 255));
  if (typeof red !== 'number' || typeof green !== 'number' || typeof blue !== 'number') return null;
  return { red: channel(red), green: channel(green), blue: channel(blue), alpha };
}

function readHsl([first, second, third]: Channels, alpha: number): Color | null {
  const angle = readNumeric(first);
  const turned = angle?.type === 'angle' || angle?.type === 'number';
  const hue = turned ? angle.evaluate(atRest as Parameters<typeof angle.evaluate>[0]).px : null;
  const saturation = unitValue(second, 100);
  const lightness = unitValue(third, 100);
  if (hue === null || saturation === null || lightness === null) return null;
  return hslColor(hue, Math.max(0, Math.min(1, saturation / 100)), lightness / 100, alpha);
}

/** CSS Color 4, section 7.1: HSL to sRGB. */
function hslColor(hue: number, saturation: number, lightness: number, alpha: number): Color {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const at = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return channel(255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return { red: at(0), green: at(8), blue: at(4), alpha };
}

/** color-mix(in srgb, a p%, b q%) (CSS Color 5, section 2). */
function readMix(parts: readonly CssNode[]): Compute<Color> | null {
  const [space, first, second, more] = splitAt(parts, ',');
  if (!space || !first || !second || more) return null;
  if (identifier(space[0]) !== 'in' || identifier(space[1]) !== 'srgb') return null;
  const left = mixPart(first);
  const right = mixPart(second);
  if (!left || !right) return null;
  const p = left.percent ?? (right.percent === null ? 50 : 100 - right.percent);
  const q = right.percent ?? 100 - p;
  if (p < 0 || q < 0 || p + q <= 0) return null;
  const share = p / (p + q);
  const strength = Math.min(1, (p + q) / 100);
  return (context) => mix(left.color(context), right.color(context), share, strength);
}

function mixPart(
  nodes: readonly CssNode[],
): { color: Compute<Color>; percent: number | null } | null {
  const percents = nodes.filter((node) => node.type === 'Percentage');
  const [node, more] = nodes.filter((part) => part.type !== 'Percentage');
  const value = node && !more ? readColor(node) : null;
  if (!value || percents.length > 1) return null;
  return { color: value, percent: percents[0] ? Number(percents[0].value) : null };
}

/** Premultiplied interpolation (CSS Color 4, section 12.3). */
function mix(left: Color, right: Color, share: number, strength: number): Color {
  const alpha = left.alpha * share + right.alpha * (1 - share);
  if (alpha === 0) return TRANSPARENT;
  const at = (key: 'red' | 'green' | 'blue'): number =>
    channel((left[key] * left.alpha * share + right[key] * right.alpha * (1 - share)) / alpha);
  return { red: at('red'), green: at('green'), blue: at('blue'), alpha: alpha * strength };
}
