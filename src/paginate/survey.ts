import type { Failure } from '../failure.ts';
import type { Column, FlatRow, Flow, Item, LateMark, Row, Stacked } from '../layout/item.ts';
import { breakBetween } from './break-values.ts';
import { repeatOf } from './repeat.ts';
import type { Repeat } from './repeat.ts';

/** What one walk over all items finds out before pages are cut; each part names few items of a usual document. */
export interface Survey {
  /** Items with a forced break inside. */
  readonly forced: ReadonlySet<Item>;
  /** Items that paint nothing: they never need a page of their own. */
  readonly blank: ReadonlySet<Item>;
  /** Columns with a head or a foot. */
  readonly repeats: ReadonlyMap<Column, Repeat>;
  /** px by which content hangs out of an item below, where a fixed height is too small for it. */
  readonly overhangs: ReadonlyMap<Item, number>;
  /** Heights that differ from the item's own, because rows of running totals are left out. */
  readonly heights: ReadonlyMap<Item, number>;
  /** Words that depend on the page and stand where no sum is known: outside of what comes again. */
  readonly late: ReadonlySet<LateMark>;
}

/** The survey while it is made. */
interface Notes {
  readonly forced: Set<Item>;
  readonly blank: Set<Item>;
  readonly repeats: Map<Column, Repeat>;
  readonly heights: Map<Item, number>;
  readonly overhangs: Map<Item, number>;
  readonly late: Set<LateMark>;
  readonly pageHeight: number;
  readonly lines: Flow['lines'];
  readonly warn: (warning: Failure) => void;
}

/** Walk over all items once. */
export function survey(
  { root, fixed, lines, first, rest }: Flow,
  warn: (warning: Failure) => void,
): Survey {
  const notes: Notes = {
    forced: new Set(),
    blank: new Set(),
    repeats: new Map(),
    heights: new Map(),
    overhangs: new Map(),
    late: new Set(),
    pageHeight: Math.min(first.area.height, rest.area.height),
    lines,
    warn,
  };
  visit(root, notes);
  for (const { item } of fixed) visit(item, notes);
  return notes;
}

/** The height that an item takes when it is not cut. */
export function wholeHeight(found: Survey, item: Item): number {
  return found.heights.size === 0 ? item.height : (found.heights.get(item) ?? item.height);
}

/** The height down to where the last of an item's content ends. */
export function reach(found: Survey, item: Item): number {
  const height = wholeHeight(found, item);
  return found.overhangs.size === 0 ? height : height + (found.overhangs.get(item) ?? 0);
}

/** Everything of a column that must be placed once, from top to bottom: head, children, foot. */
export function unitsOf(found: Survey, column: Column): readonly Stacked[] {
  if (column.head === null && column.foot === null) return column.children;
  return found.repeats.get(column)?.units ?? column.children;
}

/** Walk over an item; answers whether nothing in it can be seen. */
function visit(item: Item, notes: Notes): boolean {
  if (item.kind === 'flat-row') return false;
  for (const { mark } of item.marks) if (mark.kind === 'late') notes.late.add(mark);
  for (const overlay of item.overlays) visit(overlay.item, notes);
  const blank = visitContent(item, notes) && isBare(item);
  if (blank) notes.blank.add(item);
  return blank;
}

function isBare(item: Exclude<Item, FlatRow>): boolean {
  const hasBox = item.decoration !== null && item.height > 0;
  return item.marks.length === 0 && !hasBox && item.overlays.length === 0;
}

function visitContent(item: Exclude<Item, FlatRow>, notes: Notes): boolean {
  switch (item.kind) {
    case 'leaf':
      return true;
    case 'row':
      return visitRow(item, notes);
    case 'column':
      return visitColumn(item, notes);
  }
}

function visitRow(row: Row, notes: Notes): boolean {
  let blank = true;
  for (const cell of row.cells) blank = visit(cell.item, notes) && blank;
  if (notes.forced.size > 0 && row.breaks.inside === 'auto') {
    if (row.cells.some((cell) => notes.forced.has(cell.item))) notes.forced.add(row);
  }
  if (notes.heights.size > 0) noteRowHeight(row, notes);
  if (notes.overhangs.size > 0) noteRowOverhang(row, notes);
  return blank;
}

function noteRowHeight(row: Row, notes: Notes): void {
  const bottoms = row.cells.map(({ y, item }) => y + (notes.heights.get(item) ?? 0));
  const height = bottoms.reduce((most, bottom) => Math.max(most, bottom), row.height);
  if (height !== row.height) notes.heights.set(row, height);
}

function noteRowOverhang(row: Row, notes: Notes): void {
  const lowest = row.cells.reduce((most, { y, item }) => Math.max(most, y + reach(notes, item)), 0);
  const hanging = lowest - wholeHeight(notes, row);
  if (hanging > 0) notes.overhangs.set(row, hanging);
}

function visitColumn(column: Column, notes: Notes): boolean {
  const plain = column.head === null && column.foot === null;
  const repeat = plain ? null : repeatOf(column, notes);
  if (repeat !== null) notes.repeats.set(column, repeat);
  const units = repeat?.units ?? column.children;
  const blank = visitUnits(column, units, notes);
  const height =
    repeat === null ? column.height + change(units, notes) : stackedHeight(column, units, notes);
  if (height !== column.height) notes.heights.set(column, height);
  noteOverhang(column, units, notes);
  return blank;
}

function visitUnits(column: Column, units: readonly Stacked[], notes: Notes): boolean {
  let blank = true;
  let forced = false;
  let above: Item | null = null;
  for (const { item } of units) {
    blank = visit(item, notes) && blank;
    forced ||= above !== null && breakBetween(above, item) === 'page';
    forced ||= notes.forced.size > 0 && notes.forced.has(item);
    above = item;
  }
  if (forced) notes.forced.add(column);
  return blank;
}

/** Content may hang out of its own box, or out of one of the children and of the column; what is clipped does not. */
function noteOverhang(column: Column, units: readonly Stacked[], notes: Notes): void {
  if (column.group !== null && column.group.clip !== null) return;
  const own = Math.max(0, -column.bottom - column.slack);
  if (own === 0 && notes.overhangs.size === 0) return;
  const hanging = lowestOf(column, units, notes) - wholeHeight(notes, column);
  if (Math.max(own, hanging) > 0) notes.overhangs.set(column, Math.max(own, hanging));
}

/** How far down the content of a column's units reaches. */
function lowestOf(column: Column, units: readonly Stacked[], notes: Notes): number {
  let [lowest, bottom] = [0, column.top];
  for (const { gap, item } of units) {
    bottom += gap + wholeHeight(notes, item);
    lowest = Math.max(lowest, bottom + (notes.overhangs.get(item) ?? 0));
  }
  return lowest;
}

function change(units: readonly Stacked[], notes: Notes): number {
  if (notes.heights.size === 0) return 0;
  return units.reduce(
    (sum, { item }) => sum + (notes.heights.get(item) ?? item.height) - item.height,
    0,
  );
}

function stackedHeight(column: Column, units: readonly Stacked[], notes: Notes): number {
  return units.reduce(
    (sum, { gap, item }) => sum + gap + (notes.heights.get(item) ?? item.height),
    column.top + column.slack + column.bottom,
  );
}
