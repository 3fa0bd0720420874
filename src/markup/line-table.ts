import type { Source } from './element.ts';

/** Gives the line and column of offsets that only grow; lines are counted once. */
export interface LineTable {
  at(offset: number): Source;
}

/** Count lines of a text; `at` must be called with growing offsets, which makes it linear over the whole text. */
export function createLineTable(text: string, file: string): LineTable {
  let line = 1;
  let start = 0;
  let next = text.indexOf('\n');
  const at = (offset: number): Source => {
    while (next !== -1 && next < offset) {
      line += 1;
      start = next + 1;
      next = text.indexOf('\n', start);
    }
    return { file, line, column: offset - start + 1 };
  };
  return { at };
}
