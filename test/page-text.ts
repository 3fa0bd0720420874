import type { Page, PagedDocument, PlacedItem } from '../src/paginate/page.ts';

/** The pages as a person reads them: one line for each baseline, pieces from left to right, wide gaps as ` | `. */
export function pageText(document: PagedDocument): string {
  return document.pages
    .map((page, index) => `--- page ${index + 1}\n${linesOf(page).join('\n')}\n`)
    .join('');
}

interface Piece {
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly text: string;
}

function linesOf(page: Page): readonly string[] {
  const pieces = page.items.flatMap(pieceOf).sort((a, b) => a.baseline - b.baseline || a.x - b.x);
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && Math.abs(line[0].baseline - piece.baseline) < 1)
      line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => join([...line].sort((a, b) => a.x - b.x)));
}

function pieceOf({ x, y, mark }: PlacedItem): readonly Piece[] {
  if (mark.kind !== 'text' || mark.text.trim() === '') return [];
  return [{ x, right: x + mark.width, baseline: y + mark.baseline, text: mark.text }];
}

function join(line: readonly Piece[]): string {
  let text = '';
  let right: number | null = null;
  for (const piece of line) {
    text += (right === null ? '' : piece.x - right > 4 ? ' | ' : '') + piece.text;
    right = piece.right;
  }
  return text.replace(/\s+/g, ' ').trim();
}
