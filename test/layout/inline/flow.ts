import type { Box, Inline, InlineFlowBox } from '../../../src/box/box.ts';
import type { Tag } from '../../../src/box/tag.ts';
import type { Failure } from '../../../src/failure.ts';
import type { FontBook } from '../../../src/font/font-book.ts';
import type { LayoutContext } from '../../../src/layout/context.ts';
import { layoutInlineFlow } from '../../../src/layout/inline/layout-inline-flow.ts';
import { inlineWidths } from '../../../src/layout/inline/measure-inline-flow.ts';
import { newTextMemory } from '../../../src/layout/inline/text-memory.ts';
import type { Item, ItemMark, Leaf, TextMark } from '../../../src/layout/item.ts';
import { createLineTable } from '../../../src/markup/line-table.ts';
import type { Length, Style } from '../../../src/style/style.ts';
import { emBook } from '../em-font.ts';

const black = { red: 0, green: 0, blue: 0, alpha: 1 };
const clear = { ...black, alpha: 0 };
const zero: Length = { px: 0, percent: 0 };
const corner = { x: zero, y: zero };

/** A length in px. */
export function px(value: number): Length {
  return { px: value, percent: 0 };
}

const initial: Style = {
  display: 'inline',
  position: 'static',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  zIndex: 'auto',
  visibility: 'visible',
  overflow: 'visible',
  opacity: 1,
  transform: [],
  transformOrigin: corner,
  boxSizing: 'content-box',
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  marginTop: zero,
  marginRight: zero,
  marginBottom: zero,
  marginLeft: zero,
  paddingTop: zero,
  paddingRight: zero,
  paddingBottom: zero,
  paddingLeft: zero,
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
  borderTopStyle: 'none',
  borderRightStyle: 'none',
  borderBottomStyle: 'none',
  borderLeftStyle: 'none',
  borderTopColor: black,
  borderRightColor: black,
  borderBottomColor: black,
  borderLeftColor: black,
  borderTopLeftRadius: corner,
  borderTopRightRadius: corner,
  borderBottomRightRadius: corner,
  borderBottomLeftRadius: corner,
  backgroundColor: clear,
  flexDirection: 'row',
  flexWrap: 'nowrap',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  order: 0,
  justifyContent: 'normal',
  justifyItems: 'normal',
  justifySelf: 'auto',
  alignContent: 'normal',
  alignItems: 'normal',
  alignSelf: 'auto',
  rowGap: zero,
  columnGap: zero,
  gridTemplateColumns: [],
  gridTemplateRows: [],
  gridTemplateAreas: [],
  gridAutoColumns: [],
  gridAutoRows: [],
  gridAutoFlow: 'row',
  gridRowStart: 'auto',
  gridRowEnd: 'auto',
  gridColumnStart: 'auto',
  gridColumnEnd: 'auto',
  color: black,
  fontFamily: ['Em'],
  fontSize: 10,
  fontWeight: 400,
  fontStyle: 'normal',
  fontVariantNumeric: [],
  fontKerning: 'auto',
  lineHeight: 'normal',
  letterSpacing: 0,
  wordSpacing: 0,
  textAlign: 'start',
  textIndent: zero,
  textTransform: 'none',
  textDecorationLine: [],
  textDecorationStyle: 'solid',
  textDecorationColor: black,
  textDecorationThickness: 'auto',
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  wordBreak: 'normal',
  hyphens: 'manual',
  verticalAlign: 'baseline',
  direction: 'ltr',
  unicodeBidi: 'normal',
  language: '',
  content: 'normal',
  counterReset: [],
  counterIncrement: [],
  tableLayout: 'auto',
  borderCollapse: 'separate',
  borderSpacing: { x: 0, y: 0 },
  captionSide: 'top',
  emptyCells: 'show',
  listStyleType: 'disc',
  listStylePosition: 'outside',
  objectFit: 'fill',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  orphans: 2,
  widows: 2,
  boxDecorationBreak: 'slice',
};

/** Properties of an element on top of those that it inherits. */
export type Changes = Partial<Style>;

/** Every property at its initial value but these. Type is 10 px, so one character of the em face is 10 px wide. */
export function styled(changes: Changes = {}): Style {
  return { ...initial, ...changes };
}

export const tag: Tag = {
  role: 'P',
  parent: null,
  order: 0,
  properties: null,
};
export const source = 6;
export const lines = createLineTable('\n\n    <p>', 'page.html');

/** What content is written as: text, or a node. */
export type Content = string | Inline;

/** A text node. */
export function text(words: string, changes: Changes = {}): Inline {
  return { kind: 'text', text: words, style: styled(changes), tag, source };
}

/** A span; its text has the span's style. */
export function span(changes: Changes, ...children: readonly Content[]): Inline {
  const nodes = children.map((child) => (typeof child === 'string' ? text(child, changes) : child));
  return { kind: 'span', style: styled(changes), tag, source, children: nodes };
}

/** `<br>`. */
export const br: Inline = { kind: 'break', style: styled(), tag };

/** An inline-block of a fixed size; see `fakeContext`. */
export function atom(width: number, height: number, changes: Changes = {}): Inline {
  const style = styled({
    display: 'inline-block',
    width: px(width),
    height: px(height),
    ...changes,
  });
  const box: Box = { kind: 'block', style, tag, source, children: [], marker: null };
  return { kind: 'atom', box };
}

/** An inline flow whose text inherits the flow's style. */
export function flow(changes: Changes, ...content: readonly Content[]): InlineFlowBox {
  const nodes = content.map((child) => (typeof child === 'string' ? text(child, changes) : child));
  return { kind: 'inline-flow', style: styled(changes), tag, source, content: nodes };
}

function sizeOf(box: Box): { width: number; height: number } {
  const { width, height } = box.style;
  return {
    width: typeof width === 'object' ? width.px : 0,
    height: typeof height === 'object' ? height.px : 0,
  };
}

function emptyItem(box: Box): Item {
  return {
    kind: 'leaf',
    ...sizeOf(box),
    breaks: { before: 'auto', after: 'auto', inside: 'auto' },
    decoration: null,
    overlays: [],
    group: null,
    layer: 1,
    baseline: null,
    name: 'atom',
    marks: [],
  };
}

/** A context whose boxes have the size that their style gives, and no baseline. */
export function fakeContext(fonts: FontBook = emBook(), warnings: Failure[] = []): LayoutContext {
  return {
    fonts,
    lines,
    language: 'en',
    layoutBox: emptyItem,
    intrinsicWidths: (box) => ({ min: sizeOf(box).width, max: sizeOf(box).width }),
    placeStill: () => null,
    textMemory: newTextMemory(fonts),
    warn: (warning) => warnings.push(warning),
  };
}

/** The lines of a flow in a containing block of a width. */
export function linesOf(
  box: InlineFlowBox,
  width: number,
  context = fakeContext(),
): readonly Leaf[] {
  return layoutInlineFlow(box, { width, height: null }, context).children.map(
    ({ item }) => item as Leaf,
  );
}

/** Min-content and max-content width. */
export function widthsOf(
  box: InlineFlowBox,
  context = fakeContext(),
): { min: number; max: number } {
  return inlineWidths(box, context);
}

/** Text marks of a line with their places. */
export function textsOf(line: Leaf): readonly (ItemMark & { readonly mark: TextMark })[] {
  return line.marks.filter((one): one is ItemMark & { mark: TextMark } => one.mark.kind === 'text');
}

/** The texts of each line, marks apart by `|`. */
export function wordsOf(lines: readonly Leaf[]): readonly string[] {
  return lines.map((line) =>
    textsOf(line)
      .map(({ mark }) => mark.text)
      .join('|'),
  );
}
