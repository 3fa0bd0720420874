import type { Matrix, Rect, Size } from '../geometry.ts';
import { PX_PER_PT } from '../geometry.ts';
import type { PlacedGroup } from '../paginate/page.ts';
import type { ElementNumber } from './structure.ts';

/** A page while it is drawn: where links lie on it. */
export interface Sheet {
  readonly size: Size;
  /** Object number of the page. */
  readonly page: number;
  readonly links: LinkArea[];
}

/** A stretch of one line that leads to a link's target. */
export interface LinkArea {
  readonly link: ElementNumber;
  /** px within the group. */
  rect: Rect;
  readonly group: PlacedGroup | null;
}

/** Left, bottom, right and top in points from the page's bottom left corner. */
export type PdfBox = readonly [number, number, number, number];

/** The upright box around an area, with the transformations of its groups. */
export function boxOnSheet(sheet: Sheet, rect: Rect, group: PlacedGroup | null): PdfBox {
  const corners = [
    [rect.x, rect.y],
    [rect.x + rect.width, rect.y],
    [rect.x, rect.y + rect.height],
    [rect.x + rect.width, rect.y + rect.height],
  ] as const;
  const mapped = corners.map(([x, y]) => outOfGroups(x, y, group));
  const xs = mapped.map(([x]) => x / PX_PER_PT);
  const ys = mapped.map(([, y]) => (sheet.size.height - y) / PX_PER_PT);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function outOfGroups(x: number, y: number, group: PlacedGroup | null): readonly [number, number] {
  let point: readonly [number, number] = [x, y];
  for (let outer = group; outer !== null; outer = outer.parent) {
    if (outer.transform !== null) point = apply(outer.transform, point);
  }
  return point;
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]) {
  return [a * x + c * y + e, b * x + d * y + f] as const;
}
