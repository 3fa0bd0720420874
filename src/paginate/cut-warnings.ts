import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import type { Flow } from '../layout/item.ts';
import { nameWords } from './name-words.ts';
import { fitsIn } from './tolerance.ts';
import type { Fragment } from './fragment.ts';

/** What had to be torn or clipped on a page, named: content that is cut off must not pass in silence. */
export function cutWarnings(
  fragment: Fragment,
  pageHeight: number,
  lines: Flow['lines'],
): readonly Failure[] {
  const warnings: Failure[] = [];
  collect(fragment, { pageHeight, lines, warnings });
  return warnings;
}

/** What a page is judged by, and what was found so far. */
interface Judging {
  readonly pageHeight: number;
  readonly lines: Flow['lines'];
  readonly warnings: Failure[];
}

function collect(fragment: Fragment, judging: Judging): void {
  const { pageHeight, warnings } = judging;
  switch (fragment.kind) {
    case 'whole':
      if (!fitsIn(fragment.height, pageHeight)) warnings.push(tooTall(fragment, judging));
      return;
    case 'row':
      if (isTorn(fragment)) warnings.push(torn(fragment, judging));
      break;
    case 'column':
    case 'hanging':
      break;
  }
  for (const piece of fragment.pieces) collect(piece.fragment, judging);
}

/** A row that asked to stay in one piece is named once, where it begins. */
function isTorn(fragment: Fragment): boolean {
  if (fragment.kind !== 'row' || fragment.item.breaks.inside === 'auto') return false;
  return fragment.isFirst && !fragment.isLast;
}

function tooTall(fragment: Fragment, { pageHeight, lines }: Judging): Failure {
  return failure(
    'paginate',
    nameWords(fragment.item.name, lines),
    'taller than a page and cannot be cut: its end is cut off',
    {
      expected: `at most ${String(Math.floor(pageHeight))} px`,
      found: `${String(Math.ceil(fragment.height))} px`,
      hint: 'make it lower',
    },
  );
}

function torn(fragment: Fragment, { lines }: Judging): Failure {
  return failure(
    'paginate',
    nameWords(fragment.item.name, lines),
    'does not fit on a page in one piece and was cut',
    {
      expected: 'a row no taller than a page',
      hint: 'allow breaks inside, or split the row',
    },
  );
}
