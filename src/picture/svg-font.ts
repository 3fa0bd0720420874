import type { FontSlant } from '../font/face.ts';
import { readLength } from './svg-length.ts';
import type { Declarations } from './svg-rules.ts';

/** How text in a picture is set; all of it is inherited. */
export interface SvgFont {
  readonly families: readonly string[];
  readonly size: number;
  readonly weight: number;
  readonly slant: FontSlant;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly letterSpacing: number;
  /** OpenType features, as `Shaping` has them. */
  readonly features: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly baseline: SvgBaseline;
  /** Whether spaces are kept as they are written. */
  readonly preserve: boolean;
}

/** Lines of a face that may stand at the given y (CSS Inline 3, section 4.2). */
export type SvgBaseline = keyof typeof BASELINES;

const ANCHORS = { start: 'start', middle: 'middle', end: 'end' } as const;
const DIRECTIONS = { ltr: 'ltr', rtl: 'rtl' } as const;
const SLANTS = { normal: 'normal', italic: 'italic', oblique: 'italic' } as const;
const SPACES = {
  preserve: true,
  default: false,
  normal: false,
  nowrap: false,
  pre: true,
  'pre-wrap': true,
} as const;
const BASELINES = {
  auto: 'auto',
  alphabetic: 'alphabetic',
  middle: 'middle',
  central: 'central',
  hanging: 'hanging',
  mathematical: 'mathematical',
  ideographic: 'ideographic',
  'text-top': 'text-top',
  'text-before-edge': 'text-top',
  'text-bottom': 'ideographic',
  'text-after-edge': 'ideographic',
} as const;

/** What `deriveFont` reads. */
export const FONT_PROPERTIES: readonly string[] = [
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'direction'],
  ...['text-anchor', 'dominant-baseline', 'alignment-baseline', 'white-space'],
  ...['lang', 'xml:lang', 'xml:space'],
];

/** The font of an element within another. */
export function deriveFont(parent: SvgFont, given: Declarations): SvgFont {
  const size = readSize(given['font-size'], parent.size) ?? parent.size;
  const space = word(SPACES, given['white-space'] ?? given['xml:space']);
  return {
    families: readFamilies(given['font-family']) ?? parent.families,
    size,
    weight: readWeight(given['font-weight'], parent.weight) ?? parent.weight,
    slant: word(SLANTS, given['font-style']) ?? parent.slant,
    language: given['lang'] ?? given['xml:lang'] ?? parent.language,
    direction: word(DIRECTIONS, given['direction']) ?? parent.direction,
    letterSpacing: readSpacing(given['letter-spacing'], size) ?? parent.letterSpacing,
    features: parent.features,
    anchor: word(ANCHORS, given['text-anchor']) ?? parent.anchor,
    baseline: baselineOf(given) ?? parent.baseline,
    preserve: space ?? parent.preserve,
  };
}

function baselineOf(given: Declarations): SvgBaseline | null {
  const own = word(BASELINES, given['alignment-baseline']);
  return own ?? word(BASELINES, given['dominant-baseline']);
}

/** `font-size` in px; what is not a length or percentage is passed over. */
function readSize(text: string | undefined, parent: number): number | null {
  const written = text?.trim() ?? '';
  if (written === 'larger' || written === 'smaller')
    return written === 'larger' ? parent * 1.2 : parent / 1.2;
  const size = readLength(text, parent, parent) ?? KEYWORDS[written] ?? null;
  return size !== null && size >= 0 ? size : null;
}

const KEYWORDS: Readonly<Record<string, number | undefined>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

function readFamilies(text: string | undefined): readonly string[] | null {
  if (text === undefined || text.trim() === 'inherit') return null;
  const families = text.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return families.filter((name) => name !== '');
}

/** CSS Fonts 4, section 2.2.1. */
function readWeight(text: string | undefined, parent: number): number | null {
  const written = text?.trim() ?? '';
  if (written === 'normal') return 400;
  if (written === 'bold') return 700;
  if (written === 'bolder') return parent < 350 ? 400 : parent < 550 ? 700 : Math.max(900, parent);
  if (written === 'lighter') return parent < 550 ? 100 : parent < 750 ? 400 : 700;
  return /^\d{1,4}$/.test(written) && Number(written) >= 1 && Number(written) <= 1000
    ? Number(written)
    : null;
}

function readSpacing(text: string | undefined, size: number): number | null {
  return text?.trim() === 'normal' ? 0 : readLength(text, size, size);
}

function word<T>(table: Readonly<Record<string, T>>, text = ''): T | null {
  const written = text.trim();
  return Object.hasOwn(table, written) ? (table[written] ?? null) : null;
}
