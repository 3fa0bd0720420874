import type { Page, PagedDocument } from '../src/paginate/page.ts';

/** Distances of the text from the edges of the paper, px. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Ink of a text: from the height of its capitals to its baseline, px. */
interface Ink {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Share of the type size that capitals are high. */
const CAPITALS = 0.65;

/** Rounding of positions, and side bearings of the last letter, px. */
const TOLERANCE = 1;

/** What a look at the sheets would find: text beyond the margins, and text over other text. Turned text is a mark. */
export function sheetFaults(document: PagedDocument, margins: Margins): readonly string[] {
  return document.pages.flatMap((page, index) => {
    const inks = inksOf(page);
    const outside = inks.filter((ink) => isOutside(ink, page, margins));
    return [
      ...outside.map(({ text }) => `page ${index + 1}: ${text} is outside the margins`),
      ...overlaps(inks).map((pair) => `page ${index + 1}: ${pair}`),
    ];
  });
}

function inksOf({ items }: Page): readonly Ink[] {
  return items.flatMap(({ x, y, mark, group }) => {
    if (mark.kind !== 'text' || mark.text.trim() === '' || group?.transform) return [];
    const bottom = y + mark.baseline;
    const top = bottom - CAPITALS * mark.size;
    const trailing = mark.text.length - mark.text.trimEnd().length;
    return trailing > 0 ? [] : [{ text: mark.text, left: x, right: x + mark.width, top, bottom }];
  });
}

function isOutside({ left, right, top, bottom }: Ink, { size }: Page, margins: Margins): boolean {
  const isAcross =
    left < margins.left - TOLERANCE || right > size.width - margins.right + TOLERANCE;
  return isAcross || top < 0 || bottom > size.height;
}

function overlaps(inks: readonly Ink[]): readonly string[] {
  const sorted = [...inks].sort((a, b) => a.top - b.top);
  return sorted.flatMap((ink, index) => {
    const found: string[] = [];
    for (const other of sorted.slice(index + 1)) {
      if (other.top > ink.bottom) break;
      if (share(ink, other)) found.push(`${ink.text} is under ${other.text}`);
    }
    return found;
  });
}

function share(a: Ink, b: Ink): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > TOLERANCE && down > TOLERANCE;
}
