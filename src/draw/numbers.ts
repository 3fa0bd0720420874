/**
 * Whole numbers in a list that grows. A document has some for each of its hundreds of thousands of structure elements, so they
 * lie in blocks: a list in one piece is there twice while it grows.
 */
export interface Numbers {
  readonly blocks: Int32Array[];
  length: number;
}

/** A block has room for what most bills of a page need: 512 numbers. */
const BITS = 9;
const BLOCK = 1 << BITS;
const WITHIN = BLOCK - 1;

/** An empty list. */
export function noNumbers(): Numbers {
  return { blocks: [], length: 0 };
}

/** Put a number behind the others. */
export function append(numbers: Numbers, value: number): void {
  setAt(numbers, numbers.length, value);
}

/** Set the number at a place that may lie behind the end; what is between is zero. */
export function setAt(numbers: Numbers, index: number, value: number): void {
  const block = numbers.blocks[index >> BITS] ?? reach(numbers, index >> BITS);
  block[index & WITHIN] = value;
  if (index >= numbers.length) numbers.length = index + 1;
}

/** The number at a place; zero where there is none. */
export function at({ blocks }: Numbers, index: number): number {
  return blocks[index >> BITS]?.[index & WITHIN] ?? 0;
}

function reach({ blocks }: Numbers, place: number): Int32Array {
  let block = new Int32Array(BLOCK);
  blocks.push(block);
  while (blocks.length <= place) {
    block = new Int32Array(BLOCK);
    blocks.push(block);
  }
  return block;
}
