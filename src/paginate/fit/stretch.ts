import type { Cell, Row } from '../../layout/item.ts';
import type { ColumnFragment, Piece, RestCell } from '../fragment.ts';
import { unitsOf } from '../survey.ts';
import type { Survey } from '../survey.ts';
import { fitsIn } from '../tolerance.ts';
import type { CellPiece, CellsCut } from './cells.ts';

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
  const rests: RestCell[] = [...cells.rests];
  const pieces = cells.pieces.map((piece) => {
    const { fragment, cell } = piece;
    if (fragment.kind !== 'column' || !fragment.isLast || !isOpen(row, cell)) return piece;
    const index = unitsOf(survey, fragment.item).length;
    rests.push({ cell, y: 0, start: { kind: 'column', index, child: null, forced: false } });
    return placed(piece, { ...fragment, isLast: false, height: height - piece.y });
  });
  return { pieces, rests };
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
