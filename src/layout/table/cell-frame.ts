import type { Style } from '../../style/style.ts';
import type { Container } from '../block/stack-blocks.ts';
import type { DocumentContext } from '../document.ts';
import { layerOf } from '../effects.ts';
import type { UsedEdges } from '../used-edges.ts';
import { borderBox } from '../used-size.ts';
import type { Tracks } from './measure-cell.ts';
import type { GridCell } from './table-grid.ts';
import { cellEdges } from './table-model.ts';

/** What cells of one style in one column share: long tables have few of these and many cells. */
export interface CellFrame {
  /** Left edge and width of the border box, px. */
  readonly x: number;
  readonly width: number;
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

/** Frames by style, for each column. */
export type CellFrames = Map<Style, CellFrame>[];

/** The frame of a cell; shared where borders are separate and the cell has one column to itself. */
export function cellFrame(cell: GridCell, tracks: Tracks, document: DocumentContext): CellFrame {
  if (tracks.model.edges !== null || cell.columns > 1) return makeFrame(cell, tracks, document);
  const frames = (tracks.frames[cell.column] ??= new Map<Style, CellFrame>());
  const { style } = cell.box;
  const known = frames.get(style);
  if (known !== undefined) return known;
  const made = makeFrame(cell, tracks, document);
  frames.set(style, made);
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
