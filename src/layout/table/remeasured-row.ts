import { backgroundOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import type { Amount, Breaks, Decoration, FlatRow, ItemMark, ItemName, Overlay } from '../item.ts';
import { flatMarks } from './flat-row.ts';
import { measureCells } from './measure-band.ts';
import { MOST_HEIGHTS, type RowMeasure, type Tracks } from './measure-cell.ts';
import type { GridRow } from './table-grid.ts';

const NO_OVERLAYS: readonly Overlay[] = [];

/**
 * A flat row that keeps nothing but its box and its measure, and measures its cells once more when its marks are asked for:
 * memory has no room for the marks of a very long table. A class, because its objects share the way to all that follows.
 */
export class RemeasuredRow implements FlatRow {
  private readonly measure: RowMeasure;
  private readonly row: GridRow;
  private readonly tracks: Tracks;
  private readonly document: DocumentContext;

  constructor(row: GridRow, measure: RowMeasure, tracks: Tracks, document: DocumentContext) {
    this.measure = sharedMeasure(measure, tracks);
    this.row = row;
    this.tracks = tracks;
    this.document = document;
  }

  marks(): readonly ItemMark[] {
    const { measure, row, tracks, document } = this;
    return flatMarks(measureCells(row, tracks, document), measure, tracks, document);
  }

  get height(): number {
    return this.measure.height;
  }

  get baseline(): number | null {
    return this.measure.baseline;
  }

  get amounts(): readonly Amount[] {
    return amountsOf(this.row);
  }

  get kind(): 'flat-row' {
    return 'flat-row';
  }

  get width(): number {
    return this.tracks.width;
  }

  get breaks(): Breaks {
    return rowBreaks(this.row, this.row);
  }

  get decoration(): Decoration | null {
    return backgroundOf(this.row.box.style);
  }

  get name(): ItemName {
    return this.row.box;
  }

  get overlays(): readonly Overlay[] {
    return NO_OVERLAYS;
  }

  get group(): null {
    return null;
  }

  get layer(): 0 {
    return 0;
  }
}

/** The same measure as one object for all rows that have it, as most rows of a height do. */
function sharedMeasure(measure: RowMeasure, { measures }: Tracks): RowMeasure {
  const { height, ascent, baseline } = measure;
  const known = measures.get(height);
  if (known?.ascent === ascent && known.baseline === baseline) return known;
  if (measures.size >= MOST_HEIGHTS) measures.clear();
  measures.set(height, measure);
  return measure;
}

/** Where pages may end around rows that can only be placed as one, and within them. */
export function rowBreaks(first: GridRow, last: GridRow): Breaks {
  const [before, after] = [first.box.style.breakBefore, last.box.style.breakAfter];
  return before === 'auto' && after === 'auto' ? FREE : { before, after, inside: 'avoid' };
}

const FREE: Breaks = { before: 'auto', after: 'auto', inside: 'avoid' };

/** What the cells of a row add to running totals. */
export function amountsOf({ box }: GridRow): readonly Amount[] {
  if (box.amounts !== undefined) return box.amounts;
  const amounts: Amount[] = [];
  for (const { amount } of box.cells) if (amount !== null) amounts.push(amount);
  // Growing arrays keep room for 16 entries; rows have one or two.
  return amounts.length === 0 ? NO_AMOUNTS : amounts.slice();
}

const NO_AMOUNTS: readonly Amount[] = [];
