import { bidiLevels } from '../../font/bidi-levels.ts';
import { visualOrder } from '../../font/visual-order.ts';

/** A stretch of a line in one direction. */
export interface DirectedText {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
}

interface Stretch {
  readonly text: string;
  readonly level: number;
}

/** Cut a line where its direction changes, and put the pieces in the order of sight (UAX 9, rule L2). */
export function directedText(text: string, direction: 'ltr' | 'rtl'): readonly DirectedText[] {
  if (text === '') return [];
  const found = bidiLevels(text, direction);
  if (found === null) return [{ text, direction: 'ltr' }];
  const stretches = byLevel(text, found.levels);
  const order = visualOrder(stretches.map(({ level }) => level));
  return order.flatMap((index) => stretches.slice(index, index + 1).map(directed));
}

function directed({ text, level }: Stretch): DirectedText {
  return { text, direction: level % 2 === 1 ? 'rtl' : 'ltr' };
}

function byLevel(text: string, levels: Uint8Array): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && levels[end] === levels[start]) continue;
    stretches.push({ text: text.slice(start, end), level: levels[start] ?? 0 });
    start = end;
  }
  return stretches;
}
