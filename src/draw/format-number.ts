const LARGEST = 1e7;

/** A number as PDF writes it, three decimals at most, never with an exponent. */
export function coordinate(value: number): string {
  return String(rounded(value, 1000));
}

/** A factor of a matrix, six decimals at most: three would turn a rotated page by a visible angle. */
export function factor(value: number): string {
  const text = String(rounded(value, 1e6));
  return text.includes('e') ? '0' : text;
}

/** Matrix operands, the translation as coordinates. */
export function matrix(values: readonly [number, number, number, number, number, number]): string {
  const [a, b, c, d, e, f] = values;
  return `${[a, b, c, d].map(factor).join(' ')} ${coordinate(e)} ${coordinate(f)}`;
}

/** Round to the grid that `coordinate` writes: positions are tracked as the file has them. */
export function onGrid(value: number): number {
  return rounded(value, 1000);
}

function rounded(value: number, unit: number): number {
  if (!(value > -LARGEST)) return value <= -LARGEST ? -LARGEST : 0;
  return value < LARGEST ? Math.round(value * unit) / unit : LARGEST;
}
