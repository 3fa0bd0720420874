/** sRGB channels 0 to 255, alpha 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Whether two colours are one. */
export function sameColor(one: Color, other: Color): boolean {
  return (
    one === other ||
    (one.red === other.red &&
      one.green === other.green &&
      one.blue === other.blue &&
      one.alpha === other.alpha)
  );
}
