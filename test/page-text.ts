import type { Page, PagedDocument, PlacedItem } from '../src/paginate/page.ts';

/** The pages as a person reads them: one line for each baseline, pieces from left to right, wide gaps as ` | `. */
export function pageText(document: PagedDocument): string {
  return document.pages
    .map((page, index) => `--- page ${index + 1}\n${linesOf(page).join('\n')}\n`)
    .join('');
}

/** A piece of text at its place; `right` is where its ink may end, px. */
export interface Piece {
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly text: string;
}

/** The visible text of a page by lines: pieces whose baselines are less than a px apart, from left to right. */
export function piecesByLine(items: readonly PlacedItem[]): readonly (readonly Piece[])[] {
  const pieces = items.flatMap(pieceOf).sort((a, b) => a.baseline - b.baseline);
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && piece.baseline - line[0].baseline < 1) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

function pieceOf({ x, y, mark, group }: PlacedItem): readonly Piece[] {
  if (mark.kind !== 'text' || mark.text.trim() === '' || group?.transform) return [];
  return [{ x, right: x + mark.width, baseline: y + mark.baseline, text: mark.text }];
}

/** Turned text stands on no line of its own: it comes first, in brackets. */
function linesOf(page: Page): readonly string[] {
  const turned = page.items.flatMap(({ mark, group }) =>
    mark.kind === 'text' && group?.transform ? [`[${mark.text.trim()}]`] : [],
  );
  return [...turned, ...piecesByLine(page.items).map(join)];
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
