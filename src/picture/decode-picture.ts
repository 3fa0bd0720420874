import type { FontBook } from '../font/font-book.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';
import { childrenOf, type Element, type Node } from '../markup/element.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { decodePng } from './decode-png.ts';
import { refuse } from './picture-limits.ts';
import type { Picture } from './picture.ts';
import type { SvgFont } from './svg-font.ts';
import { vectorOf } from './vector.ts';

const MOST_BYTES = 20_000_000;
const PNG = '89504e470d0a1a0a';
const JPEG = 'ffd8ff';
const SVG = /^\ufeff?\s*</;
const KNOWN: readonly (readonly [string, string])[] = [
  ['47494638', 'a GIF file'],
  ['52494646', 'a WebP file'],
  ['25504446', 'a PDF file'],
  ['424d', 'a BMP file'],
  ['49492a00', 'a TIFF file'],
  ['4d4d002a', 'a TIFF file'],
];

/** Read a picture, told by its first bytes, never by its name. `name` is what messages call it. */
export function decodePicture(
  bytes: Uint8Array,
  name: string,
  fonts: FontBook | null = null,
): Outcome<Picture> {
  if (bytes.length > MOST_BYTES) {
    return refuse(name, 'the picture is too large', '20 MB at most', `${bytes.length} bytes`);
  }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (start === PNG) return decodePng(bytes, name);
  if (start.startsWith(JPEG)) return decodeJpeg(bytes, name);
  const opening = Buffer.from(bytes.subarray(0, 4000)).toString('utf8');
  if (SVG.test(opening)) return decodeSvg(bytes, name, fonts);
  return failed([unknownKind(start, name)]);
}

function unknownKind(start: string, name: string) {
  const known = KNOWN.find(([signature]) => start.startsWith(signature));
  return failure('box', name, 'the picture is of no kind that a page can hold', {
    expected: 'PNG, JPEG or SVG',
    found: known?.[1] ?? (start === '' ? 'an empty file' : `a file that starts with ${start}`),
    hint: 'convert it to PNG or SVG',
  });
}

const BLACK = { red: 0, green: 0, blue: 0, alpha: 1 };

/** The font of a picture file that names none. */
const FONT: SvgFont = {
  families: ['sans-serif'],
  size: 16,
  weight: 400,
  slant: 'normal',
  language: '',
  direction: 'ltr',
  letterSpacing: 0,
  features: [],
  anchor: 'start',
  baseline: 'auto',
  preserve: false,
};

function decodeSvg(bytes: Uint8Array, name: string, fonts: FontBook | null): Outcome<Picture> {
  const html = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const parsed = parseMarkup({ kind: 'markup', html, file: name });
  if (!parsed.ok) return parsed;
  const { root, lines } = parsed.value;
  const svg = firstSvg(root);
  if (svg === null) {
    return refuse(name, 'the picture has no svg element', 'PNG, JPEG or SVG', 'other markup');
  }
  const vector = vectorOf(svg, name, {
    lines,
    color: BLACK,
    fonts,
    font: FONT,
    variables: new Map(),
  });
  if (!vector.ok) return vector;
  return success(vector.value, [...parsed.warnings, ...vector.warnings]);
}

function firstSvg(root: Element): Element | null {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind !== 'element') continue;
    if (node.name === 'svg') return node;
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
  return null;
}
