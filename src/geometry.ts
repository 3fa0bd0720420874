/** A point or an offset in CSS px, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height in CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in CSS px, from its top left corner. */
export interface Rect extends Point, Size {}

/** One value for each side of a box. */
export interface Edges<T = number> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

/** An affine map `[a b c d e f]` as in CSS `matrix()` and PDF `cm`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** CSS px in one PDF point (CSS Values 4, section 6.2: 1in = 96px = 72pt). */
export const PX_PER_PT = 96 / 72;
