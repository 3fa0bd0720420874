import type { ItemMark, LateMark, LineMark, PlacedRun, TextMark } from '../item.ts';
import type { Color } from '../../color.ts';
import type { Tag } from '../../box/tag.ts';
import type { Style } from '../../style/style.ts';
import type { LateFragment, TextFragment } from './fragment.ts';
import { fade } from './fade.ts';
import { missingLines } from './inline-box.ts';
import type { DecoratingBox, InlineBox } from './inline-box.ts';
import type { TextStyle } from './text-memory.ts';

/** Where a fragment stands on its line: left edge and baseline, px from the line's top left corner. */
export interface FragmentPlace {
  readonly x: number;
  readonly baseline: number;
  /** What each space grows by, px. */
  readonly wordSpacing: number;
  readonly language: string;
}

/** Shaped text of one style with the runs at their places. */
export interface MarkedText {
  readonly style: Style;
  readonly color: Color;
  readonly tag: Tag;
  readonly textStyle: TextStyle;
  readonly text: string;
  readonly runs: readonly PlacedRun[];
  readonly width: number;
}

/** A text mark; its box is the content area of its font (CSS 2.1, section 10.6.1). */
export function runsMark(
  { style, color, tag, textStyle, text, runs, width }: MarkedText,
  wordSpacing: number,
  { language }: { readonly language: string },
): TextMark {
  const { font } = textStyle;
  return {
    kind: 'text',
    text,
    width,
    height: font.ascent + font.descent,
    baseline: font.ascent,
    runs,
    size: font.size,
    color,
    letterSpacing: style.letterSpacing,
    wordSpacing: style.wordSpacing + wordSpacing,
    tag,
    language: style.language || language,
  };
}

/** The mark of a text fragment. */
export function textMark(fragment: TextFragment, place: FragmentPlace): ItemMark {
  const { part, textStyle, text } = fragment;
  const { style, tag } = part;
  const { wordSpacing } = place;
  const runs = placeRuns(fragment, wordSpacing);
  const width = fragment.width + fragment.spaces * wordSpacing;
  const color = fade(style.color, fragment.box.opacity);
  const marked = { style, color, tag, textStyle, text, runs, width };
  const mark = runsMark(marked, wordSpacing, place);
  return { x: place.x, y: place.baseline - textStyle.font.ascent, mark };
}

/** Runs from left to right; in right-to-left text the last one stands first. */
function placeRuns(fragment: TextFragment, wordSpacing: number): readonly PlacedRun[] {
  const rtl = fragment.level % 2 === 1;
  let x = rtl ? 0 - fragment.hang : 0;
  let spaces = fragment.spaces;
  const runs = rtl ? fragment.runs.toReversed() : fragment.runs;
  return runs.map(({ run, width, text }) => {
    const placed = { x, run };
    x += width;
    if (wordSpacing !== 0 && spaces > 0 && text.endsWith(' ')) {
      const own = text.length - text.trimEnd().length;
      x += own * wordSpacing;
      spaces -= own;
    }
    return placed;
  });
}

/** The mark that a running total will fill. */
export function lateMark(
  fragment: LateFragment,
  place: FragmentPlace,
  align: LateMark['align'],
): ItemMark {
  const { part, width } = fragment;
  const { font, shaping } = fragment.textStyle;
  const { style } = part;
  const mark: LateMark = {
    kind: 'late',
    content: { kind: 'running-total', of: part.of },
    setting: {
      stack: font.stack,
      shaping,
      size: font.size,
      color: fade(style.color, fragment.box.opacity),
      letterSpacing: style.letterSpacing,
    },
    align,
    baseline: font.ascent,
    width,
    height: font.ascent + font.descent,
    tag: part.tag,
  };
  return { x: place.x, y: place.baseline - font.ascent, mark };
}

/** Lines of text decoration through a fragment, split by whether they run beneath or across the glyphs. */
export interface DecorationLines {
  readonly beneath: readonly ItemMark[];
  readonly across: readonly ItemMark[];
}

/** The decoration lines of a text fragment; `baselineOf` finds the baseline of a decorating box on this line. */
export function decorationLines(
  fragment: TextFragment,
  place: FragmentPlace,
  baselineOf: (box: InlineBox) => number,
): DecorationLines | null {
  const { box, part, textStyle } = fragment;
  const own = missingLines(part.style, box.decorating);
  if (own.length === 0 && box.decorating.length === 0) return null;
  const width = fragment.width + fragment.spaces * place.wordSpacing;
  const decorating = [
    ...box.decorating,
    ...own.map((line): DecoratingBox => ({
      line,
      style: part.style,
      font: textStyle.font,
      box: null,
    })),
  ];
  const lines = decorating.map((one) => ({
    line: one.line,
    marks: strokes(one, place.x, one.box ? baselineOf(one.box) : place.baseline, width),
  }));
  const isAcross = ({ line }: { line: string }): boolean => line === 'line-through';
  return {
    beneath: lines.filter((line) => !isAcross(line)).flatMap(({ marks }) => marks),
    across: lines.filter(isAcross).flatMap(({ marks }) => marks),
  };
}

/** The strokes of one line; two where it is double. */
function strokes(one: DecoratingBox, x: number, baseline: number, width: number): ItemMark[] {
  const { style, font } = one;
  const thickness = lineThickness(one);
  const top = baseline - font.ascent + lineTop(one, thickness);
  const double = style.textDecorationStyle === 'double';
  const mark: LineMark = {
    kind: 'line',
    width,
    height: 0,
    thickness,
    style: double ? 'solid' : style.textDecorationStyle,
    color: fade(style.textDecorationColor, one.box?.opacity ?? 1),
  };
  const first = { x, y: top + thickness / 2, mark };
  const apart = (thickness + 1) * (one.line === 'overline' ? -1 : 1);
  return double ? [first, { ...first, y: first.y + apart }] : [first];
}

/** Blink: `auto` is a tenth of the font size; at least 1 px. */
function lineThickness({ style, font }: DecoratingBox): number {
  const { textDecorationThickness: given } = style;
  return Math.max(1, given === 'auto' ? font.size / 10 : Math.round(given));
}

/** Top of the stroke below the top of the content area, as Blink places it. */
function lineTop({ line, font }: DecoratingBox, thickness: number): number {
  switch (line) {
    case 'underline':
      return font.ascent + Math.max(1, Math.ceil(thickness / 2));
    case 'overline':
      return 0;
    case 'line-through':
      return (2 * font.ascent) / 3 - thickness / 2;
  }
}
