import type { Rect } from '../geometry.ts';
import type { PlacedGroup } from '../paginate/page.ts';
import type { Drawing } from './drawing.ts';
import { coordinate } from './format-number.ts';
import { linkTarget } from './link-target.ts';
import { literal, textString } from './pdf-text.ts';
import type { LinkArea, Sheet } from './sheet.ts';
import { boxOnSheet } from './sheet.ts';
import { addAnnotation, type ElementNumber } from './structure.ts';
import { reference } from './resources.ts';

/** Note that an area of the page leads to a link's target; neighbours on one line become one area. */
export function addLinkArea(
  sheet: Sheet,
  link: ElementNumber,
  rect: Rect,
  group: PlacedGroup | null,
): void {
  const last = sheet.links.at(-1);
  if (last?.link === link && last.group === group && besides(last.rect, rect)) {
    last.rect = around(last.rect, rect);
  } else sheet.links.push({ link, rect, group });
}

function besides(one: Rect, other: Rect): boolean {
  const middle = other.y + other.height / 2;
  return middle > one.y && middle < one.y + one.height;
}

function around(one: Rect, other: Rect): Rect {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/** Write the page's link annotations; the answer is their object numbers. */
export function writeAnnotations(drawing: Drawing, sheet: Sheet): readonly number[] {
  return sheet.links.map((area) => writeAnnotation(drawing, sheet, area));
}

const PRINT = 4;

function writeAnnotation(drawing: Drawing, sheet: Sheet, { link, rect, group }: LinkArea): number {
  const { writer, structure } = drawing;
  const properties = structure.elements.properties.get(link) ?? null;
  const target = linkTarget(properties) ?? '';
  const { alternative = null, link: address = null } = properties ?? {};
  const words = alternative ?? address?.trim() ?? '';
  const annotation = writer.reserve();
  const key = addAnnotation(structure, link, annotation, sheet.page);
  const box = boxOnSheet(sheet, rect, group).map(coordinate).join(' ');
  writer.put(
    annotation,
    `<</Type/Annot/Subtype/Link/Rect[${box}]/Border[0 0 0]/F ${PRINT}/P ${reference(sheet.page)}` +
      `/A<</S/URI/URI${literal(target)}>>/Contents${textString(words)}/StructParent ${key}>>`,
  );
  return annotation;
}
