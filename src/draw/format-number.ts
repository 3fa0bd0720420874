import { writeThousandths, type ByteText } from './byte-text.ts';

const LARGEST = 1e7;

/** A number as PDF writes it, three decimals at most, never with an exponent. */
export function coordinate(value: number): string {
  return String(onGrid(value));
}

/** Write a number as `coordinate` has it, with a space behind it. */
export function writeCoordinate(text: ByteText, value: number): void {
  writeThousandths(text, thousandths(value));
}

/** A factor of a matrix, six decimals at most: three would turn a rotated page by a visible angle. */
export function factor(value: number): string {
  const text = String(rounded(value, 1e6) / 1e6);
  return text.includes('e') ? '0' : text;
}

/** Matrix operands, the translation as coordinates. */
export function matrix(values: readonly [number, number, number, number, number, number]): string {
  const [a, b, c, d, e, f] = values;
  return `${[a, b, c, d].map(factor).join(' ')} ${coordinate(e)} ${coordinate(f)}`;
}

/** Round to the grid that `coordinate` writes: positions are tracked as the file has them. */
export function onGrid(value: number): number {
  return thousandths(value) / 1000;
}

/** The number of thousandths that `coordinate` writes. */
export function thousandths(value: number): number {
  return rounded(value, 1000);
}

function rounded(value: number, unit: number): number {
  if (!(value > -LARGEST)) return value <= -LARGEST ? -LARGEST * unit : 0;
  return value < LARGEST ? Math.round(value * unit) : LARGEST * unit;
}
