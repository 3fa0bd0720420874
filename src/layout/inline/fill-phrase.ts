import type { GlyphRun } from '../../font/face.ts';
import type { PlacedRun } from '../item.ts';
import { textBreaks } from './break-opportunities.ts';
import { TOLERANCE, type Room } from './fill-lines.ts';
import { runEdges, runWidth, sliceRun, spacesWidth, trailingSpaces } from './glyph-run.ts';
import type { Phrase } from './phrase.ts';
import type { TextStyle } from './text-memory.ts';

/** A place in a phrase: a word, an offset in it, and the offset in the whole text that the word begins at. */
interface Position {
  readonly word: number;
  readonly offset: number;
  readonly wordStart: number;
}

/** Characters that a line may part at beside the space. */
const BREAKABLE = /[-?([{<]|[^\x20-\x7e]/;

/** Where a line may part within words, by offset; null where it may nowhere. */
export function breaksWithin(text: string): Uint8Array | null {
  return BREAKABLE.test(text) ? textBreaks(text) : null;
}

/** A phrase that is cut in lines. */
interface Filling {
  readonly phrase: Phrase;
  readonly style: TextStyle;
  readonly room: Room;
  readonly flags: Uint8Array | null;
}

/** A phrase in lines for a room; null where a word would have to be parted at no opportunity. */
export interface FilledPhrase extends Room {
  readonly lines: readonly Phrase[] | null;
}

/** Cut a phrase in lines, greedily, as browsers do. */
export function fillPhrase(phrase: Phrase, style: TextStyle, room: Room): FilledPhrase {
  return { ...room, lines: linesIn(phrase, style, room) };
}

function linesIn(phrase: Phrase, style: TextStyle, room: Room): FilledPhrase['lines'] {
  const filling: Filling = { phrase, style, room, flags: breaksWithin(phrase.text) };
  const lines: Phrase[] = [];
  let start: Position = { word: 0, offset: 0, wordStart: 0 };
  while (start.word < phrase.runs.length) {
    const end = lineEnd(filling, start, lines.length === 0 ? room.indent : 0);
    if (end === null) return null;
    lines.push(lineOf(filling, start, end));
    start = end;
  }
  return lines;
}

/** Where the line that begins at `start` ends; null where not even its first part fits. */
function lineEnd(filling: Filling, start: Position, indent: number): Position | null {
  const { phrase, style, room } = filling;
  let x = indent;
  let at = start;
  while (at.word < phrase.runs.length) {
    const run = runAt(phrase, at.word);
    const before = at.offset === 0 ? 0 : (edgesOf(run, style)[at.offset] ?? 0);
    const width = runWidth(run, style.font.size, style.spacing) - before;
    if (x + width - spacesWidth(run, style) > room.width + TOLERANCE)
      return partedWord(filling, at, x - before) ?? (at.word > start.word ? at : null);
    x += width;
    at = { word: at.word + 1, offset: 0, wordStart: at.wordStart + run.text.length };
  }
  return at;
}

/** The last opportunity within a word that begins at `x` and does not fit; null where none fits. */
function partedWord(
  { phrase, style, room, flags }: Filling,
  { word, offset, wordStart }: Position,
  x: number,
): Position | null {
  if (flags === null) return null;
  const run = runAt(phrase, word);
  const edges = edgesOf(run, style);
  for (let at = run.text.length - trailingSpaces(run.text) - 1; at > offset; at--) {
    const fits = x + (edges[at] ?? 0) <= room.width + TOLERANCE;
    const isOpportunity = flags[wordStart + at] === 1 && edges[at] !== edges[at + 1];
    if (fits && isOpportunity) return { word, offset: at, wordStart };
  }
  return null;
}

/** The words from one place to another; spaces at the end of the line are removed (CSS Text 3, section 4.1.3). */
function lineOf({ phrase, style }: Filling, start: Position, end: Position): Phrase {
  const runs: PlacedRun[] = [];
  let width = 0;
  let text = '';
  const last = end.offset > 0 ? end.word : end.word - 1;
  for (let word = start.word; word <= last; word++) {
    const whole = runAt(phrase, word);
    const from = word === start.word ? start.offset : 0;
    const spaces = word === last ? trailingSpaces(whole.text) : 0;
    const to = word === end.word ? end.offset : whole.text.length - spaces;
    const run = cutRun(whole, from, to, style);
    runs.push({ x: width, run });
    width += runWidth(run, style.font.size, style.spacing);
    text += run.text;
  }
  return { text, runs: runs.slice(), width };
}

/** A part of a word; without its last spaces it is shaped anew, as a word of its own. */
function cutRun(run: GlyphRun, from: number, to: number, style: TextStyle): GlyphRun {
  if (from === 0 && to === run.text.length) return run;
  const isWord = from === 0 && to === run.text.length - trailingSpaces(run.text);
  return isWord ? run.face.shape(run.text.slice(0, to), style.shaping) : sliceRun(run, from, to);
}

function edgesOf(run: GlyphRun, { font, spacing }: TextStyle): Float64Array {
  return runEdges(run, font.size, spacing);
}

function runAt({ runs }: Phrase, word: number): GlyphRun {
  const placed = runs[word];
  if (placed === undefined) throw new RangeError('a phrase has no such word');
  return placed.run;
}
