/** Median and least of what was measured. */
export function spreadOf(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0] };
}
