/** Order of a line's fragments from left to right: indices by their embedding levels (UAX 9, rule L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = levels.reduce((most, level) => Math.max(most, level), 0);
  if (highest === 0) return order;
  const odd = levels.filter((level) => level % 2 === 1);
  const lowest = odd.reduce((least, level) => Math.min(least, level), highest + 1);
  for (let level = highest; level >= lowest; level--) reverseRuns(order, levels, level);
  return order;
}

function reverseRuns(order: number[], levels: readonly number[], level: number): void {
  const isIn = (position: number): boolean => (levels[order[position] ?? -1] ?? -1) >= level;
  let start = 0;
  while (start < order.length) {
    let end = start;
    while (end < order.length && isIn(end)) end++;
    reverse(order, start, end - 1);
    start = end + 1;
  }
}

function reverse(order: number[], first: number, last: number): void {
  for (let [left, right] = [first, last]; left < right; left++, right--) {
    const kept = order[left] ?? 0;
    order[left] = order[right] ?? 0;
    order[right] = kept;
  }
}
