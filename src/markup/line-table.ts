import type { LineTable } from './element.ts';

/** From one known line to the next, characters. */
const STEP = 1024;

const LINE_FEED = 0x0a;

/** The line that an offset stands on, counted from 1, and where it begins. */
interface Line {
  readonly number: number;
  readonly start: number;
}

/** Find lines of a text where messages ask for them: lines are counted once, and as far only as was asked. */
export function createLineTable(text: string, file: string): LineTable {
  const known: Line[] = [{ number: 1, start: 0 }];
  const lineAt = (step: number, offset: number): Line =>
    follow(text, known[step] ?? { number: 1, start: 0 }, step * STEP, offset);
  const at: LineTable['at'] = (offset) => {
    const step = Math.floor(offset / STEP);
    while (known.length <= step) known.push(lineAt(known.length - 1, known.length * STEP));
    const { number, start } = lineAt(step, offset);
    return { file, line: number, column: offset - start + 1 };
  };
  return { at };
}

/** The line of a later offset. */
function follow(text: string, line: Line, from: number, to: number): Line {
  let { number, start } = line;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== LINE_FEED) continue;
    number += 1;
    start = at + 1;
  }
  return { number, start };
}
