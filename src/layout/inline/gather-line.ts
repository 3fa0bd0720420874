import type { Line } from './fill-lines.ts';
import { hangs, isContent, tabWidth } from './filling.ts';
import type { Fragment, FragmentRun, LineEvent, TextFragment } from './fragment.ts';
import { runWidth, sliceRun } from './glyph-run.ts';
import type { InlineBox } from './inline-box.ts';
import type { Piece, TabPiece, TextPiece } from './piece.ts';
import { hyphen } from './hyphen.ts';
import { visibleText } from './shape-segments.ts';
import { preservesSpaces } from './white-space.ts';

/** What a line is gathered from. */
export interface LineSource {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly root: InlineBox;
}

/** Where the spaces begin that are removed at the line's end, and those that hang. */
interface LineEnd {
  readonly removed: number;
  readonly hanging: number;
}

/** The events of a line while they are gathered. */
interface Gathering {
  readonly source: LineSource;
  readonly line: Line;
  readonly end: LineEnd;
  readonly events: LineEvent[];
  x: number;
}

/** The content of a line in logical order: pieces cut at its ends, joined where they belong to one text node. */
export function gatherLine(source: LineSource, line: Line): readonly LineEvent[] {
  const end = lineEnd(source.pieces, line);
  const gathering: Gathering = { source, line, end, events: [], x: line.indent };
  for (const box of continuing(source, line))
    gathering.events.push({ kind: 'open', box, edge: false });
  for (let index = line.start.piece; index < source.pieces.length; index++) {
    const piece = source.pieces[index] as Piece;
    if (index > line.end.piece || (index === line.end.piece && line.end.offset <= piece.start))
      break;
    gather(gathering, piece, index);
  }
  if (line.hyphen) addHyphen(gathering);
  return gathering.events;
}

/** Boxes that go on from the line before, outermost first. */
function continuing(source: LineSource, line: Line): readonly InlineBox[] {
  const first = source.pieces[line.start.piece];
  const open: InlineBox[] = [];
  let box = first?.kind === 'open' ? first.box.parent : (first?.box ?? null);
  while (box?.parent) {
    open.push(box);
    box = box.parent;
  }
  return open.reverse();
}

/** Collapsible spaces at the end of a line are removed, preserved ones hang (CSS Text 3, section 4.1.3). */
function lineEnd(pieces: readonly Piece[], line: Line): LineEnd {
  let removed = line.end.offset;
  let hanging = Infinity;
  for (let index = line.end.piece; index >= line.start.piece; index--) {
    const piece = pieces[index];
    if (!piece || piece.start >= line.end.offset || !isContent(piece)) continue;
    if (piece.kind === 'break') continue;
    if (piece.kind !== 'text' || line.end.offset < piece.end || !hangs(piece)) break;
    const spaces = piece.end - piece.spaces;
    if (preservesSpaces(piece.part.style)) hanging = spaces;
    else removed = Math.min(removed, spaces);
    if (spaces > piece.start) break;
  }
  return { removed, hanging };
}

function gather(gathering: Gathering, piece: Piece, index: number): void {
  const { box, level } = piece;
  switch (piece.kind) {
    case 'text':
      return gatherText(gathering, piece, index);
    case 'tab':
      return gatherTab(gathering, piece);
    case 'atom': {
      const { content, margin, width, item } = piece;
      if (item) addLeaf(gathering, { kind: 'atom', box, level, content, margin, width, item });
      return;
    }
    case 'anchor': {
      const { content, inlineLevel } = piece;
      return addLeaf(gathering, { kind: 'anchor', box, level, content, inlineLevel, width: 0 });
    }
    case 'late': {
      const { part, textStyle, width } = piece;
      return addLeaf(gathering, { kind: 'late', box, level, part, textStyle, width });
    }
    case 'open':
    case 'close':
      return gatherEdge(gathering, piece);
    case 'break':
      return;
  }
}

function gatherEdge(gathering: Gathering, piece: Extract<Piece, { kind: 'open' | 'close' }>): void {
  const { events } = gathering;
  const { box, level, kind } = piece;
  const last = events.at(-1);
  if (kind === 'close' && last?.kind === 'open' && last.box === box)
    events.push({ kind: 'leaf', fragment: { kind: 'empty', box, level, width: 0 } });
  events.push({ kind, box, edge: true });
  gathering.x += piece.width;
}

function addLeaf(gathering: Gathering, fragment: Fragment): void {
  gathering.events.push({ kind: 'leaf', fragment });
  gathering.x += fragment.width;
}

function gatherText(gathering: Gathering, piece: TextPiece, index: number): void {
  const { line, end, source } = gathering;
  const from = index === line.start.piece ? Math.max(line.start.offset, piece.start) : piece.start;
  const to = Math.min(piece.end, line.end.offset, end.removed);
  if (to <= from) return;
  const { run, width } = cutPiece(piece, from, to);
  const hang = end.hanging < piece.end && end.hanging <= to ? hangingWidth(piece, end.hanging) : 0;
  const spaces = to === piece.end && hang === 0 ? piece.spaces : 0;
  const text = visibleText(source.text.slice(from, to));
  append(gathering, piece, { run, text, width }, { hang, spaces });
}

function hangingWidth(piece: TextPiece, from: number): number {
  return from <= piece.end - piece.spaces ? piece.spaceWidth : piece.width;
}

/** The run for `from` to `to`; without its last spaces it is shaped anew, as a word of its own. */
function cutPiece(
  piece: TextPiece,
  from: number,
  to: number,
): { run: FragmentRun['run']; width: number } {
  const { run, start, end } = piece;
  const { font, spacing } = piece.textStyle;
  if (from === start && to === end) return { run, width: piece.width };
  const trimmed = from === start && to === end - piece.spaces;
  const cut = trimmed
    ? run.face.shape(run.text.slice(0, to - start), piece.shaping)
    : sliceRun(run, from - start, to - start);
  return { run: cut, width: runWidth(cut, font.size, spacing) };
}

function gatherTab(gathering: Gathering, piece: TabPiece): void {
  const run = piece.textStyle.font.stack.primary.shape(' ', piece.shaping);
  const width = tabWidth(piece.interval, gathering.x);
  append(gathering, piece, { run, text: '\t', width }, { hang: 0, spaces: 0 });
}

/** Add a run to the fragment that the line ends with so far, or begin a new one. */
function append(
  gathering: Gathering,
  piece: TextPiece | TabPiece,
  run: FragmentRun,
  end: { readonly hang: number; readonly spaces: number },
): void {
  const fragment = growing(gathering, piece) ?? begin(gathering, piece);
  fragment.runs.push(run);
  fragment.text += run.text;
  fragment.width += run.width - end.hang;
  fragment.hang += end.hang;
  fragment.spaces += end.spaces;
  gathering.x += run.width;
}

function growing({ events }: Gathering, piece: TextPiece | TabPiece): TextFragment | null {
  const last = events.at(-1);
  if (last?.kind !== 'leaf' || last.fragment.kind !== 'text') return null;
  const { fragment } = last;
  return fragment.part === piece.part && fragment.level === piece.level ? fragment : null;
}

function begin({ events }: Gathering, piece: TextPiece | TabPiece): TextFragment {
  const { box, level, part, textStyle } = piece;
  const fragment: TextFragment = {
    kind: 'text',
    box,
    level,
    part,
    textStyle,
    runs: [],
    text: '',
    width: 0,
    hang: 0,
    spaces: 0,
  };
  events.push({ kind: 'leaf', fragment });
  return fragment;
}

function addHyphen(gathering: Gathering): void {
  const last = gathering.events.findLast(
    (event) => event.kind === 'leaf' && event.fragment.kind !== 'anchor',
  );
  if (last?.kind !== 'leaf' || last.fragment.kind !== 'text') return;
  const { fragment } = last;
  const { run, width } = hyphen(fragment.textStyle);
  fragment.runs.push({ run, text: run.text, width });
  fragment.text += run.text;
  fragment.width += width;
}
