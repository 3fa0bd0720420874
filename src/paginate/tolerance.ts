/** px by which content may exceed its room and still fit: sums of layout's fractions are not exact. */
const TOLERANCE = 0.01;

/** Whether a height fits in a room. */
export function fitsIn(height: number, room: number): boolean {
  return height <= room + TOLERANCE;
}

/** The greatest room in which a height does not fit. */
export function justTooLow(height: number): number {
  return height - 2 * TOLERANCE;
}
