import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { nameWords } from './name-words.ts';
import type { Column, Flow, Item, Stacked } from '../layout/item.ts';
import { withoutLateRows } from './late-rows.ts';

/** A column with a head or a foot, as the page breaker packs it. */
export interface Repeat {
  /** The head's original, the children, the foot's original: all that must stand somewhere once. */
  readonly units: readonly Stacked[];
  readonly hasHead: boolean;
  readonly hasFoot: boolean;
  /** What comes again above the children of every later page, running totals included. */
  readonly head: Item | null;
  /** What comes again beneath the children of every page but the last. */
  readonly foot: Item | null;
  /** Left edge of what comes again. */
  readonly x: number;
  /** Whether running totals stand in what comes again. */
  readonly late: boolean;
}

/** What a column's head and foot are judged by. */
interface Surroundings {
  /** Of the lowest page. */
  readonly pageHeight: number;
  readonly lines: Flow['lines'];
  readonly warn: (warning: Failure) => void;
}

/** What is still acceptable of head and foot together: a half of the page. */
const LARGEST_SHARE = 0.5;

/**
 * Prepare a column's head and foot. Their originals stand without rows that hold running totals: nothing is brought
 * forward on the first page and nothing carried forward on the last.
 */
export function repeatOf(column: Column, { pageHeight, lines, warn }: Surroundings): Repeat {
  const head = withoutLateRows(column.head);
  const foot = withoutLateRows(column.foot);
  const again = heightOf(column.head) + heightOf(column.foot);
  const tooTall = again > pageHeight * LARGEST_SHARE;
  if (tooTall) warn(tooTallWarning(nameWords(column.name, lines), again, pageHeight));
  const x = column.children[0]?.x ?? 0;
  return {
    units: [
      ...headAndChildren(column, head),
      ...(foot === null ? [] : [{ x, gap: 0, item: foot }]),
    ],
    x,
    hasHead: head !== null,
    hasFoot: foot !== null,
    head: tooTall ? null : column.head,
    foot: tooTall ? null : column.foot,
    late: !tooTall && (head !== column.head || foot !== column.foot),
  };
}

/** The head's original is the first of the children. */
function headAndChildren(column: Column, head: Item | null): readonly Stacked[] {
  const [first, ...others] = column.children;
  if (column.head === head || first === undefined) return column.children;
  return head === null ? others : [{ ...first, item: head }, ...others];
}

function heightOf(item: Item | null): number {
  return item === null ? 0 : item.height;
}

function tooTallWarning(name: string, height: number, pageHeight: number): Failure {
  return failure(
    'paginate',
    name,
    'head and foot leave too little room to come again on each page',
    {
      expected: `at most ${String(Math.floor(pageHeight * LARGEST_SHARE))} px`,
      found: `${String(Math.ceil(height))} px`,
      hint: 'make the thead and tfoot lower; they are printed once',
    },
  );
}
