import type { MarginItem } from '../../layout/page-frame.ts';
import { placeRect } from './decoration.ts';
import type { Paint } from './paint.ts';
import { shapeWords } from './shape-words.ts';
import { putMark } from './sheet.ts';

/** Number of a page and count of all pages. */
export interface PageCounters {
  readonly page: number;
  readonly pages: number;
}

/** What of a box's room is left free before the content, by alignment. */
const SHARE = { left: 0, top: 0, center: 0.5, middle: 0.5, right: 1, bottom: 1 } as const;

/** Place a margin box: its words with the counters of this page, as an artifact. */
export function placeMarginBox(paint: Paint, box: MarginItem, counters: PageCounters): void {
  const sheet = { ...paint, original: false };
  if (box.decoration !== null) placeRect(sheet, box.area, box.decoration);
  const lines = wordsOf(box, counters).split('\n');
  const free = box.area.height - lines.length * box.lineHeight;
  const top = box.area.y + free * SHARE[box.verticalAlign];
  for (const [index, text] of lines.entries()) {
    if (text !== '') placeLine(sheet, box, text, top + index * box.lineHeight);
  }
}

function wordsOf(box: MarginItem, counters: PageCounters): string {
  return box.content
    .map((piece) => (piece.kind === 'string' ? piece.text : String(counters[piece.counter])))
    .join('');
}

function placeLine(paint: Paint, box: MarginItem, text: string, lineTop: number): void {
  const mark = shapeWords(paint.printing.fonts, box.setting, { text, tag: null });
  const x = box.area.x + (box.area.width - mark.width) * SHARE[box.align];
  const y = lineTop + (box.lineHeight - mark.height) / 2;
  const { sheet, layer, group } = paint;
  putMark(sheet, layer, { x, y, mark, original: false, group });
}
