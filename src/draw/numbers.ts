/** Whole numbers in a list that grows. A document has some for each of its hundreds of thousands of structure elements. */
export interface Numbers {
  values: Int32Array;
  length: number;
}

/** An empty list. */
export function noNumbers(room = 64): Numbers {
  return { values: new Int32Array(room), length: 0 };
}

/** Put a number behind the others. */
export function append(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.values.length) reach(numbers, numbers.length + 1);
  numbers.values[numbers.length++] = value;
}

/** Set the number at a place that may lie behind the end; what is between is zero. */
export function setAt(numbers: Numbers, index: number, value: number): void {
  if (index >= numbers.values.length) reach(numbers, index + 1);
  numbers.values[index] = value;
  numbers.length = Math.max(numbers.length, index + 1);
}

/** The number at a place; zero where there is none. */
export function at({ values }: Numbers, index: number): number {
  return values[index] ?? 0;
}

function reach(numbers: Numbers, length: number): void {
  const larger = new Int32Array(Math.max(numbers.values.length * 2, length));
  larger.set(numbers.values);
  numbers.values = larger;
}
