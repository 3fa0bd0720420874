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

/** The map that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` then. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** Where a map brings a point. */
export function mapPoint([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** One step of an outline, absolute coordinates; every curve is cubic. */
export type PathStep =
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | { readonly kind: 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'close' };

/** An outline, each of its points mapped. */
export function mapSteps(matrix: Matrix, steps: readonly PathStep[]): readonly PathStep[] {
  return steps.map((step) => mapStep(matrix, step));
}

function mapStep(matrix: Matrix, step: PathStep): PathStep {
  if (step.kind === 'close') return step;
  if (step.kind !== 'curve') return { kind: step.kind, ...mapPoint(matrix, step) };
  const { x: x1, y: y1 } = mapPoint(matrix, { x: step.x1, y: step.y1 });
  const { x: x2, y: y2 } = mapPoint(matrix, { x: step.x2, y: step.y2 });
  return { kind: 'curve', x1, y1, x2, y2, ...mapPoint(matrix, step) };
}

/** How a rectangle of another ratio is fitted into one (SVG 2, section 8.2): how large, and at which share of the room left. */
export interface Aspect {
  readonly scale: 'meet' | 'slice' | 'none';
  /** 0 at the start, ½ in the middle, 1 at the end. */
  readonly x: number;
  readonly y: number;
}

/** The map of a view box into a viewport. */
export function fitted(viewBox: Rect, viewport: Rect, aspect: Aspect): Matrix {
  const across = viewport.width / viewBox.width;
  const down = viewport.height / viewBox.height;
  const both = aspect.scale === 'slice' ? Math.max(across, down) : Math.min(across, down);
  const [a, d] = aspect.scale === 'none' ? [across, down] : [both, both];
  const x = viewport.x + (viewport.width - viewBox.width * a) * aspect.x - viewBox.x * a;
  const y = viewport.y + (viewport.height - viewBox.height * d) * aspect.y - viewBox.y * d;
  return [a, 0, 0, d, x, y];
}
