import bidiFactory from 'bidi-js';

/** A stretch of a line in one direction. */
export interface DirectedText {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
}

interface Level {
  readonly text: string;
  readonly level: number;
}

const bidi = bidiFactory();

/** Cut a line where its direction changes, and put the pieces in the order of sight (UAX 9, rule L2). */
export function visualOrder(text: string, direction: 'ltr' | 'rtl'): readonly DirectedText[] {
  const pieces = byLevel(text, bidi.getEmbeddingLevels(text, direction).levels);
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  let order: readonly Level[] = pieces;
  for (let level = highest; level > 0; level -= 1) order = reverseFrom(order, level);
  return order.map((piece) => ({
    text: piece.text,
    direction: piece.level % 2 === 1 ? 'rtl' : 'ltr',
  }));
}

function byLevel(text: string, levels: Uint8Array): readonly Level[] {
  const pieces: Level[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && levels[end] === levels[start]) continue;
    pieces.push({ text: text.slice(start, end), level: levels[start] ?? 0 });
    start = end;
  }
  return pieces;
}

/** Turn around each row of neighbours of at least this level. */
function reverseFrom(pieces: readonly Level[], level: number): readonly Level[] {
  const order: Level[] = [];
  let turned: Level[] = [];
  for (const piece of pieces) {
    if (piece.level >= level) turned.unshift(piece);
    else {
      order.push(...turned, piece);
      turned = [];
    }
  }
  return [...order, ...turned];
}
