import type { Style } from '../../style/style.ts';
import type { Container } from '../block/stack-blocks.ts';
import type { DocumentContext } from '../document.ts';
import { layerOf } from '../effects.ts';
import type { UsedEdges } from '../used-edges.ts';
import { borderBox } from '../used-size.ts';
import type { Tracks } from './measure-cell.ts';
import type { GridCell } from './table-grid.ts';
import { cellEdges } from './table-model.ts';

/** What cells of one style at one place share: tables have few of these and many cells, and come again in other documents. */
export interface CellFrame {
  /** Left edge and width of the border box, px. */
  readonly x: number;
  readonly width: number;
  /** Width that percentages refer to. */
  readonly base: number;
  readonly edges: UsedEdges;
  /** Where its content goes. */
  readonly container: Container;
  /** Border-box height that its style asks for; null for auto. */
  readonly given: number | null;
  /** Whether the cell stands on the row's baseline. */
  readonly isOnBaseline: boolean;
  readonly layer: number;
  /** Whether nothing is to be done about the cell but to paint it and its content. */
  readonly isPlain: boolean;
}

/** The frame of the last cell of each column: most often that of the next one too. */
export type CellFrames = (CellFrame | undefined)[];

/** The frame of a cell; shared where borders are separate and the cell has one column to itself. */
export function cellFrame(cell: GridCell, tracks: Tracks, document: DocumentContext): CellFrame {
  if (tracks.model.edges !== null || cell.columns > 1) return makeFrame(cell, tracks, document);
  const above = tracks.frames[cell.column];
  if (above?.container.style === cell.box.style) return above;
  const frame = sharedFrame(cell, tracks, document);
  tracks.frames[cell.column] = frame;
  return frame;
}

/** Frames of one style that are kept; a template has few tables, and each style few places in them. */
const MOST_FRAMES = 64;

function sharedFrame(cell: GridCell, tracks: Tracks, document: DocumentContext): CellFrame {
  const { style } = cell.box;
  const { frames } = document.caches;
  const known = frames.get(style) ?? [];
  const { x, width } = across(tracks, cell);
  for (const frame of known)
    if (frame.x === x && frame.width === width && frame.base === tracks.base) return frame;
  const made = makeFrame(cell, tracks, document);
  if (known.length >= MOST_FRAMES) known.length = 0;
  known.push(made);
  frames.set(style, known);
  return made;
}

function makeFrame(cell: GridCell, tracks: Tracks, document: DocumentContext): CellFrame {
  const { style } = cell.box;
  const { x, width } = across(tracks, cell);
  const edges = cellEdges(tracks.model, cell, tracks.base, document);
  const space = { width: Math.max(0, width - edges.left - edges.right), height: null };
  return {
    x,
    width,
    base: tracks.base,
    edges,
    container: { style, space, left: edges.left, joinsTop: false },
    given: givenHeight(style, edges),
    isOnBaseline: !ON_EDGES.has(style.verticalAlign),
    layer: layerOf(style),
    isPlain: isPlain(style) && tracks.model.edges === null,
  };
}

/** Browsers leave `min-height` and `max-height` of cells out, as CSS 2.1, section 10.7, allows. */
function givenHeight(style: Style, { top, bottom }: UsedEdges): number | null {
  const { height } = style;
  if (typeof height === 'string' || height.percent !== 0) return null;
  return borderBox(height.px, style, top + bottom);
}

const ON_EDGES: ReadonlySet<unknown> = new Set(['top', 'middle', 'bottom']);

function isPlain(style: Style): boolean {
  if (style.position !== 'static' || style.emptyCells === 'hide') return false;
  return style.opacity === 1 && style.overflow === 'visible' && style.transform.length === 0;
}

function across(
  { widths, lefts, model }: Tracks,
  { column, columns }: GridCell,
): { x: number; width: number } {
  let width = model.spacing.x * (columns - 1);
  for (let index = column; index < column + columns; index++) width += widths[index] ?? 0;
  const leftmost = model.box.style.direction === 'ltr' ? column : column + columns - 1;
  return { x: lefts[leftmost] ?? 0, width };
}
