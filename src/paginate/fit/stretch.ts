import type { Cell, Column, Row } from '../../layout/item.ts';
import type { ColumnFragment, ColumnStart, Piece, RestCell, Start } from '../fragment.ts';
import { unitsOf } from '../survey.ts';
import type { Survey } from '../survey.ts';
import { fitsIn } from '../tolerance.ts';
import type { CellPiece, CellsCut } from './cells.ts';
import { divideOverlays } from './overlays.ts';

/** Cells that reach down to the row's foot do so on its last page too, whichever cell is the longest. */
export function stretchToBottom(
  row: Row,
  pieces: readonly CellPiece[],
  height: number,
): readonly Piece[] {
  return pieces.map((piece) => {
    const { fragment } = piece;
    const stretches = fragment.kind === 'column' && reachesBottom(row, piece.cell);
    return stretches ? placed(piece, { ...fragment, height: height - piece.y }) : piece;
  });
}

/** Cells whose content has ended go on with their background as long as the row does. */
export function leaveOpen(
  survey: Survey,
  row: Row,
  cells: CellsCut,
  height: number,
): { readonly pieces: readonly Piece[]; readonly rests: readonly RestCell[] } {
  const rests: RestCell[] = [...cells.beyond, ...cells.rests];
  const pieces = cells.pieces.map((piece) => {
    const { fragment, cell } = piece;
    if (fragment.kind !== 'column' || !fragment.isLast || !isOpen(row, cell)) return piece;
    const at = rests.findIndex((rest) => rest.cell === cell);
    const overlays = divideOverlays(fragment.overlays, height - piece.y);
    const start = goingOn(survey, fragment.item, rests[at]?.start ?? null);
    const open = {
      cell,
      y: 0,
      start: { ...start, overlays: [...start.overlays, ...overlays.later] },
    };
    if (at < 0) rests.push(open);
    else rests[at] = open;
    return placed(piece, {
      ...fragment,
      isLast: false,
      height: height - piece.y,
      overlays: overlays.here,
    });
  });
  return { pieces, rests };
}

/** The box goes on, with what would have hung out of it and otherwise without content. */
function goingOn(survey: Survey, column: Column, start: Start | null): ColumnStart {
  if (start?.kind === 'hanging' && start.content.kind === 'column') return start.content;
  const index = unitsOf(survey, column).length;
  return {
    kind: 'column',
    index,
    child: null,
    forced: false,
    beside: [],
    left: null,
    overlays: [],
  };
}

function isOpen(row: Row, cell: Cell): boolean {
  return cell.item.decoration !== null && reachesBottom(row, cell);
}

function reachesBottom(row: Row, cell: Cell): boolean {
  return fitsIn(row.height, cell.y + cell.item.height);
}

function placed(piece: CellPiece, fragment: ColumnFragment): Piece {
  return { x: piece.x, y: piece.y, fragment };
}
