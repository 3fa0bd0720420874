import type { Face, Shaping } from '../../font/face.ts';
import type { FaceStack, FontBook } from '../../font/font-book.ts';
import type { Style } from '../../style/style.ts';

/** Extent above and below a baseline, px. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

/** The fonts of a style at its size, with the extents that line boxes are made of (CSS 2.1, section 10.8.1). */
export interface UsedFont {
  readonly stack: FaceStack;
  readonly size: number;
  /** Content area: ascent and descent of the primary face, whole px as Blink rounds them. */
  readonly ascent: number;
  readonly descent: number;
  /** px; `normal` resolved. */
  readonly lineHeight: number;
  /** The inline box: content area with half the leading on each side. */
  readonly extent: Extent;
}

/** Blink counts lengths in 64ths of a px. */
const UNIT = 64;

/** The fonts for a style and the extents of its inline boxes. */
export function usedFont(style: Style, fonts: FontBook, language: string): UsedFont {
  const { fontFamily, fontWeight, fontStyle } = style;
  const stack = fonts.stack(fontFamily, fontWeight, fontStyle, style.language || language);
  const { ascent, descent, lineGap } = contentArea(stack.primary, style.fontSize);
  const lineHeight = usedLineHeight(style, ascent + descent + lineGap);
  const extent = withLeading(ascent, descent, lineHeight);
  return { stack, size: style.fontSize, ascent, descent, lineHeight, extent };
}

/** Extent of an inline box of `line-height: normal` in one face; such boxes grow with every face in them. */
export function faceExtent(face: Face, size: number): Extent {
  const { ascent, descent, lineGap } = contentArea(face, size);
  return withLeading(ascent, descent, ascent + descent + lineGap);
}

function contentArea(
  face: Face,
  size: number,
): { ascent: number; descent: number; lineGap: number } {
  const { ascent, descent, lineGap, unitsPerEm } = face.metrics;
  const px = (units: number): number => Math.round((units * size) / unitsPerEm);
  return { ascent: px(ascent), descent: px(descent), lineGap: px(lineGap) };
}

function usedLineHeight(style: Style, normal: number): number {
  const { lineHeight, fontSize } = style;
  if (lineHeight === 'normal') return normal;
  if ('px' in lineHeight) return Math.round(lineHeight.px * UNIT) / UNIT;
  // Blink multiplies the font size in its own units, rounded down.
  const size = Math.floor(fontSize * UNIT + 1e-6) / UNIT;
  return Math.floor(lineHeight.factor * size * UNIT + 1e-6) / UNIT;
}

/** Half of the leading goes above, whole px; what is left goes below. */
function withLeading(ascent: number, descent: number, lineHeight: number): Extent {
  const above = ascent + Math.floor((lineHeight - ascent - descent) / 2);
  return { above, below: lineHeight - above };
}

/** OpenType features that a style asks for. Letter-spacing breaks ligatures, as in browsers (CSS Fonts 4, section 6.4). */
export function features(style: Style): readonly string[] {
  if (style.fontKerning !== 'none' && style.letterSpacing === 0) return style.fontVariantNumeric;
  const added = [...style.fontVariantNumeric];
  if (style.fontKerning === 'none') added.push('-kern');
  if (style.letterSpacing !== 0) added.push('-liga', '-clig');
  return added;
}

/** How text of a style is shaped, but for its script and direction. */
export function shapingOf(style: Style, language: string): Shaping {
  return {
    script: 'Latn',
    language: style.language || language,
    direction: 'ltr',
    features: features(style),
  };
}
