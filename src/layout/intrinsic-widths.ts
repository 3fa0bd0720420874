import type { Box, FlexBox, GridBox, PictureBox } from '../box/box.ts';
import type { Length, Style } from '../style/style.ts';
import type { IntrinsicWidths } from './context.ts';
import type { DocumentContext } from './document.ts';
import { flexWidths } from './flex/flex-widths.ts';
import { gridContentWidths } from './flex/layout-grid.ts';
import { mayNest, nested } from './flex/nesting.ts';
import { inlineWidths, longestLine } from './inline/measure-inline-flow.ts';
import { pictureSize } from './picture-size.ts';
import { tableEdges, tableModel } from './table/table-model.ts';
import { gridWidths } from './table/table-widths.ts';
import { usedEdges } from './used-edges.ts';
import { borderBox } from './used-size.ts';

const NOTHING: IntrinsicWidths = { min: 0, max: 0 };

/** Widths are kept in 64ths of a px, rounded up, so that text set in its own max-content width never wraps. */
function roundUp(width: number): number {
  return Math.ceil(width * 64 - 1e-6) / 64;
}

function marginPx(margin: Length | 'auto'): number {
  return margin === 'auto' || margin.percent !== 0 ? 0 : margin.px;
}

/** Whether the box takes no room where it stands. */
export function isOutOfFlow({ style }: Box): boolean {
  return style.position === 'absolute' || style.position === 'fixed';
}

function marginsAcross({ marginLeft, marginRight }: Style): number {
  return marginPx(marginLeft) + marginPx(marginRight);
}

/** Widths of a box with its margins. */
export function outerWidths(box: Box, document: DocumentContext): IntrinsicWidths {
  const { min, max } = document.intrinsicWidths(box);
  if (box.kind === 'inline-flow') return { min, max };
  const margins = marginsAcross(box.style);
  return { min: min + margins, max: max + margins };
}

/** Widths of block-level boxes one beneath another: the widest decides. */
export function stackWidths(boxes: readonly Box[], document: DocumentContext): IntrinsicWidths {
  const [only] = boxes;
  if (only && boxes.length === 1 && only.kind === 'inline-flow')
    return document.intrinsicWidths(only);
  let { min, max } = NOTHING;
  for (const box of boxes) {
    if (isOutOfFlow(box)) continue;
    const widths = outerWidths(box, document);
    min = Math.max(min, widths.min);
    max = Math.max(max, widths.max);
  }
  return { min, max };
}

function isPercent(value: Style['width'] | Style['maxWidth']): boolean {
  return typeof value !== 'string' && value.percent !== 0;
}

/** A picture with a width in percent gives way to any width (CSS Sizing 3, section 5.2.2). */
function pictureWidths(box: PictureBox, document: DocumentContext): IntrinsicWidths {
  const { style } = box;
  const width = isPercent(style.width) ? 'auto' : style.width;
  const maxWidth = isPercent(style.maxWidth) ? 'none' : style.maxWidth;
  const free = width === style.width && maxWidth === style.maxWidth;
  const alone = free ? box : { ...box, style: { ...style, width, maxWidth } };
  const max = pictureSize(alone, { width: 0, height: null }, document).width;
  const edges = usedEdges(style, 0, document.caches);
  return { min: free ? max : edges.left + edges.right, max };
}

/** Hold widths within what `width`, `min-width` and `max-width` say in px or by keyword; percentages count as auto. */
function constrain(style: Style, content: IntrinsicWidths, edges: number): IntrinsicWidths {
  const of = (value: Style['width'] | Style['maxWidth']): number | null => {
    if (value === 'min-content') return content.min;
    if (value === 'max-content') return content.max;
    return typeof value === 'string' || isPercent(value) ? null : borderBox(value.px, style, edges);
  };
  const given = of(style.width);
  const least = of(style.minWidth) ?? 0;
  const most = of(style.maxWidth) ?? Infinity;
  const clamp = (value: number): number => Math.max(Math.min(value, most), least, edges);
  return { min: clamp(given ?? content.min), max: clamp(given ?? content.max) };
}

function contentWidths(
  box: Exclude<Box, PictureBox | { kind: 'table' }>,
  document: DocumentContext,
): IntrinsicWidths {
  switch (box.kind) {
    case 'inline-flow':
      return inlineWidths(box, document);
    case 'block':
      return stackWidths(box.children, document);
    case 'flex':
    case 'grid':
      return containerWidths(box, document);
  }
}

/** Beyond what may be nested, containers count as blocks, as they will be laid out. */
function containerWidths(box: FlexBox | GridBox, document: DocumentContext): IntrinsicWidths {
  const { content } = document.caches;
  const known = content.get(box);
  if (known !== undefined) return known;
  const measure = (): IntrinsicWidths =>
    box.kind === 'flex' ? flexWidths(box, document) : gridContentWidths(box, document);
  const found = mayNest(document) ? nested(document, measure) : stackWidths(box.children, document);
  content.set(box, found);
  return found;
}

function tableWidths(
  box: Extract<Box, { kind: 'table' }>,
  document: DocumentContext,
): IntrinsicWidths {
  const edges = tableEdges(tableModel(box, document), 0);
  const grid = gridWidths(box, document);
  const { min, max } = constrain(box.style, grid, edges.left + edges.right);
  return { min: Math.max(min, grid.min), max: Math.max(max, grid.min) };
}

/** Widths that the content asks for, borders and padding added, whatever the box's own `width` says. */
export function measureContent(box: Box, document: DocumentContext): IntrinsicWidths {
  if (box.kind === 'picture') return pictureWidths(box, document);
  if (box.kind === 'table') return gridWidths(box, document);
  const { min, max } = contentWidths(box, document);
  if (box.kind === 'inline-flow') return { min: roundUp(min), max: roundUp(max) };
  const edges = usedEdges(box.style, 0, document.caches);
  const around = edges.left + edges.right;
  return { min: min + around, max: max + around };
}

/**
 * The max-content width of the content alone, borders and padding added: min-content asks every word where it may part, and
 * most flex items want to know nothing but how wide they are.
 */
export function maxContent(box: Box, document: DocumentContext): number {
  if (box.kind === 'inline-flow') return roundUp(longestLine(box, document));
  if (box.kind !== 'block') return measureContent(box, document).max;
  let most = 0;
  for (const child of box.children)
    if (!isOutOfFlow(child)) most = Math.max(most, outerMax(child, document));
  const edges = usedEdges(box.style, 0, document.caches);
  return most + edges.left + edges.right;
}

function outerMax(box: Box, document: DocumentContext): number {
  if (box.kind === 'inline-flow') return maxContent(box, document);
  const { style } = box;
  if (box.kind !== 'block' || asksForMin(style)) return outerWidths(box, document).max;
  const max = maxContent(box, document);
  const edges = usedEdges(style, 0, document.caches);
  const held = constrain(style, { min: max, max }, edges.left + edges.right);
  return held.max + marginsAcross(style);
}

function asksForMin({ width, minWidth, maxWidth }: Style): boolean {
  return width === 'min-content' || minWidth === 'min-content' || maxWidth === 'min-content';
}

/** Min-content and max-content widths of a border box (CSS Sizing 3, section 5). */
export function measureWidths(box: Box, document: DocumentContext): IntrinsicWidths {
  if (box.kind === 'table') return tableWidths(box, document);
  const content = measureContent(box, document);
  if (box.kind === 'picture' || box.kind === 'inline-flow') return content;
  const edges = usedEdges(box.style, 0, document.caches);
  return constrain(box.style, content, edges.left + edges.right);
}
