import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { nameWords } from './name-words.ts';
import { fitsIn } from './tolerance.ts';
import type { Fragment } from './fragment.ts';

/** What had to be torn or clipped on a page, named: content that is cut off must not pass in silence. */
export function cutWarnings(fragment: Fragment, pageHeight: number): readonly Failure[] {
  const warnings: Failure[] = [];
  collect(fragment, pageHeight, warnings);
  return warnings;
}

function collect(fragment: Fragment, pageHeight: number, warnings: Failure[]): void {
  switch (fragment.kind) {
    case 'whole':
      if (!fitsIn(fragment.height, pageHeight)) warnings.push(tooTall(fragment, pageHeight));
      return;
    case 'row':
      if (isTorn(fragment)) warnings.push(torn(fragment));
      break;
    case 'column':
    case 'hanging':
      break;
  }
  for (const piece of fragment.pieces) collect(piece.fragment, pageHeight, warnings);
}

/** A row that asked to stay in one piece is named once, where it begins. */
function isTorn(fragment: Fragment): boolean {
  if (fragment.kind !== 'row' || fragment.item.breaks.inside === 'auto') return false;
  return fragment.isFirst && !fragment.isLast;
}

function tooTall(fragment: Fragment, pageHeight: number): Failure {
  return failure(
    'paginate',
    nameWords(fragment.item.name),
    'taller than a page and cannot be cut: its end is cut off',
    {
      expected: `at most ${String(Math.floor(pageHeight))} px`,
      found: `${String(Math.ceil(fragment.height))} px`,
      hint: 'make it lower',
    },
  );
}

function torn(fragment: Fragment): Failure {
  return failure(
    'paginate',
    nameWords(fragment.item.name),
    'does not fit on a page in one piece and was cut',
    {
      expected: 'a row no taller than a page',
      hint: 'allow breaks inside, or split the row',
    },
  );
}
