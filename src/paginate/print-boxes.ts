import type { Color } from '../color.ts';
import { IDENTITY, multiply, type Matrix, type Rect } from '../geometry.ts';
import type { BorderSide, LineMark, PictureMark, RectMark, TextMark } from '../layout/item.ts';
import type { Page, PagedDocument, PlacedGroup, PlacedItem } from './page.ts';

/** What is printed of an item: plain JSON values. */
type Fields = Readonly<Record<string, unknown>>;

/** Every placed item of a document as JSON, in CSS px from each page's top left corner: what `platen boxes` prints. */
export function printBoxes(document: PagedDocument): string {
  return JSON.stringify({ pages: document.pages.map(pageFields) });
}

function pageFields(page: Page): Fields {
  const { width, height } = page.size;
  return { width: rounded(width), height: rounded(height), items: page.items.map(itemFields) };
}

function itemFields(item: PlacedItem): Fields {
  return { ...markFields(item), ...groupFields(item.group) };
}

function markFields(item: PlacedItem): Fields {
  const { mark } = item;
  switch (mark.kind) {
    case 'text':
      return textFields(item, mark);
    case 'rect':
      return rectFields(item, mark);
    case 'line':
      return lineFields(item, mark);
    case 'picture':
      return pictureFields(item, mark);
  }
}

function textFields(item: PlacedItem, mark: TextMark): Fields {
  return {
    type: 'text',
    text: mark.text,
    ...box(item),
    baseline: rounded(item.y + mark.baseline),
    font: mark.runs[0]?.run.face.key ?? '',
    size: rounded(mark.size),
    color: hex(mark.color),
    tag: item.original ? (mark.tag?.role ?? null) : null,
  };
}

function rectFields(item: PlacedItem, { decoration, sides }: RectMark): Fields {
  const { background, border, radii } = decoration;
  const side = (name: keyof typeof sides): Fields | null =>
    border === null || !sides[name] ? null : sideFields(border[name]);
  return {
    type: 'rect',
    ...box(item),
    background: background === null ? null : hex(background),
    borderTop: side('top'),
    borderRight: side('right'),
    borderBottom: side('bottom'),
    borderLeft: side('left'),
    radius:
      radii === null
        ? null
        : radii.map((radius) => [rounded(radius.width), rounded(radius.height)]),
  };
}

function sideFields(side: BorderSide): Fields | null {
  if (side.width === 0 || side.style === 'none' || side.style === 'hidden') return null;
  return { width: rounded(side.width), style: side.style, color: hex(side.color) };
}

function lineFields(item: PlacedItem, mark: LineMark): Fields {
  return {
    type: 'line',
    ...box(item),
    thickness: rounded(mark.thickness),
    style: mark.style,
    color: hex(mark.color),
  };
}

function pictureFields(item: PlacedItem, mark: PictureMark): Fields {
  const tag = item.original ? (mark.tag?.role ?? null) : null;
  return { type: mark.picture.kind === 'bitmap' ? 'image' : 'path', ...box(item), tag };
}

function box({ x, y, mark }: PlacedItem): Fields {
  return rectNumbers({ x, y, width: mark.width, height: mark.height });
}

/** The effects of all groups around an item: opacities and matrices multiply; the innermost clip stands for all. */
function groupFields(group: PlacedGroup | null): Fields {
  let opacity = 1;
  let clip: Rect | null = null;
  let transform: Matrix | null = null;
  for (let at = group; at !== null; at = at.parent) {
    opacity *= at.opacity;
    clip ??= at.clip;
    if (at.transform !== null) transform = multiply(at.transform, transform ?? IDENTITY);
  }
  return {
    ...(opacity === 1 ? {} : { opacity: rounded(opacity) }),
    ...(clip === null ? {} : { clip: rectNumbers(clip) }),
    ...(transform === null ? {} : { transform: transform.map(rounded) }),
  };
}

function rectNumbers({ x, y, width, height }: Rect): Fields {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

/** Three decimals, without the noise of binary fractions and without a negative zero. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

function hex({ red, green, blue, alpha }: Color): string {
  const solid = `#${pair(red)}${pair(green)}${pair(blue)}`;
  return alpha === 1 ? solid : `${solid}${pair(alpha * 255)}`;
}

function pair(channel: number): string {
  return Math.round(channel).toString(16).padStart(2, '0');
}
