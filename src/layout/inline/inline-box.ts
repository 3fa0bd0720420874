import type { Tag } from '../../box/tag.ts';
import type { Point } from '../../geometry.ts';
import type { Length, Style } from '../../style/style.ts';
import { resolveLength } from './resolve-length.ts';
import { textStyle } from './text-memory.ts';
import type { TextSource } from './text-memory.ts';
import type { UsedFont } from './used-font.ts';

/** An inline box: a span, or the root inline box around all content of the flow (CSS Inline 3, section 2). */
export interface InlineBox {
  readonly style: Style;
  readonly tag: Tag;
  /** Null for the root inline box. */
  readonly parent: InlineBox | null;
  readonly depth: number;
  readonly font: UsedFont;
  /** Margin, border and padding on the left and on the right, px. */
  readonly left: number;
  readonly right: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly paddingTop: number;
  readonly paddingBottom: number;
  /** Its opacity, that of the inline boxes around it included. */
  readonly opacity: number;
  /** How far `position: relative` moves it, ancestors included; null where nothing moves. */
  readonly offset: Point | null;
  /** Decorating boxes of its text, outermost first. */
  readonly decorating: readonly DecoratingBox[];
}

/** A box whose text decoration runs through the text inside (CSS Text Decoration 3, section 2.1). */
export interface DecoratingBox {
  readonly line: 'underline' | 'overline' | 'line-through';
  readonly style: Style;
  readonly font: UsedFont;
  /** The inline box whose baseline carries the line; null: the text's own. */
  readonly box: InlineBox | null;
}

/** What inline boxes are computed from. */
export interface InlineBase {
  readonly source: TextSource;
  /** Width of the containing block. */
  readonly width: number;
}

/** The inline box around everything. */
export function rootInlineBox(style: Style, tag: Tag, base: InlineBase): InlineBox {
  const { font } = textStyle(style, base.source);
  const decorating: DecoratingBox[] = [];
  const root: InlineBox = {
    style,
    tag,
    parent: null,
    depth: 0,
    font,
    left: 0,
    right: 0,
    marginLeft: 0,
    marginRight: 0,
    paddingTop: 0,
    paddingBottom: 0,
    opacity: 1,
    offset: null,
    decorating,
  };
  addDecorations(root, decorating);
  return root;
}

/** The inline box of a span. */
export function inlineBox(
  span: { style: Style; tag: Tag },
  parent: InlineBox,
  base: InlineBase,
): InlineBox {
  const { style, tag } = span;
  const decorating = style.textDecorationLine.length > 0 ? [...parent.decorating] : null;
  const marginLeft = resolveLength(style.marginLeft, base.width);
  const marginRight = resolveLength(style.marginRight, base.width);
  const box: InlineBox = {
    style,
    tag,
    parent,
    depth: parent.depth + 1,
    font: textStyle(style, base.source).font,
    left: marginLeft + style.borderLeftWidth + resolveLength(style.paddingLeft, base.width),
    right: marginRight + style.borderRightWidth + resolveLength(style.paddingRight, base.width),
    marginLeft,
    marginRight,
    paddingTop: resolveLength(style.paddingTop, base.width),
    paddingBottom: resolveLength(style.paddingBottom, base.width),
    opacity: parent.opacity * style.opacity,
    offset: relativeOffset(style, parent.offset, base.width),
    decorating: decorating ?? parent.decorating,
  };
  if (decorating) addDecorations(box, decorating);
  return box;
}

/** Add the lines of the box's own style; a line that an ancestor draws already is drawn once. */
function addDecorations(box: InlineBox, decorating: DecoratingBox[]): void {
  const { style, font } = box;
  for (const line of missingLines(style, decorating)) decorating.push({ line, style, font, box });
}

/** Lines of a style that none of these boxes draws. */
export function missingLines(
  style: Style,
  decorating: readonly DecoratingBox[],
): readonly DecoratingBox['line'][] {
  if (style.textDecorationLine.length === 0) return style.textDecorationLine;
  return style.textDecorationLine.filter((line) => !decorating.some((one) => one.line === line));
}

/** Offset by `position: relative` (CSS 2.1, section 9.4.3), added to that of the ancestors. */
export function relativeOffset(style: Style, outer: Point | null, width: number): Point | null {
  if (style.position !== 'relative') return outer;
  const x = side(style.left, style.right, width);
  const y = side(style.top, style.bottom, 0);
  return { x: (outer?.x ?? 0) + x, y: (outer?.y ?? 0) + y };
}

function side(start: Length | 'auto', end: Length | 'auto', base: number): number {
  return start === 'auto' ? -resolveLength(end, base) : resolveLength(start, base);
}
