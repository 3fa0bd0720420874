import { place } from '../markup/element.ts';
import type { MarginContent } from './page-style.ts';
import { parseSheet, type SheetText } from './parse-sheet.ts';
import type { SheetMemory } from './sheet-memory.ts';
import type { MarginBoxRule, PageRule, Sheet } from './sheet.ts';
import { splitSheet } from './split-sheet.ts';

/** A statement of a style sheet: its text, or, where it is an `@page` rule with words of its document, what it says. */
export interface Statement {
  readonly text: SheetText;
  readonly sheet: Sheet | null;
}

/** A text of CSS with marks in the places of its strings: what documents share that differ in these alone. */
interface Frame {
  readonly css: string;
  readonly words: readonly string[];
}

/** Longer texts are no style sheet that a document writes for itself. */
const LONGEST = 4000;

const STRING = /"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"/g;

/** Strings that stand for themselves, without escapes, and without the brackets that are counted before a text is read. */
const PLAIN_STRING = /^"[^"\\{}()[\]]*"$/;

/** Around the number of a string that was cut out; private, and a text that has one already is not cut. */
const MARK = '\ue000';

const MARKED = /"\ue000(\d+)"/g;

/**
 * The statements of a text, cut and read once for all texts that differ in their strings alone: every document writes its
 * own number into its `@page` rule.
 */
export function wordedStatements(text: SheetText, memory: SheetMemory): readonly Statement[] {
  const frame = cutWords(text.css);
  if (frame === null) return splitSheet(text).map((each) => ({ text: each, sheet: null }));
  const key = `words:${place(text.source)}:${frame.css}`;
  const read = (): readonly Statement[] => readFrame({ css: frame.css, source: text.source });
  const known = memory.recall(key, read, bytesOfText(frame.css.length));
  return known.map((statement) => filled(statement, frame));
}

/** About what the rules made from one character of a sheet take. */
const CHARACTER_BYTES = 30;

/** Says about how many bytes the rules of a text take; knows its length alone, because it is kept, and the text is a part of a page. */
export function bytesOfText(length: number): () => number {
  return () => length * CHARACTER_BYTES;
}

function cutWords(css: string): Frame | null {
  if (css.length > LONGEST || !css.includes('@page') || css.includes(MARK)) return null;
  const around = css.replace(STRING, '"');
  // Behind a string nothing may stand on its line that a message could name the column of.
  if (/['\\]|\/\*|"[^\n]*(?:[:@{]|[;}][^\n]*[^\s;}])/.test(around)) return null;
  const words: string[] = [];
  const cut = (string: string): string => {
    if (!PLAIN_STRING.test(string)) return string;
    words.push(string.slice(1, -1));
    return `"${MARK}${words.length - 1}"`;
  };
  const frame = { css: css.replace(STRING, cut), words };
  return words.length === 0 ? null : frame;
}

function readFrame(frame: SheetText): readonly Statement[] {
  return splitSheet(frame).map((text) => ({ text, sheet: readPage(text) }));
}

/** Null unless all marks are words of margin boxes, where they say nothing but themselves, and there is nothing to warn of. */
function readPage(text: SheetText): Sheet | null {
  const count = text.css.split(MARK).length - 1;
  if (count === 0 || !/^\s*@page\b/.test(text.css)) return null;
  const sheet = parseSheet(text);
  const contents = sheet.pages.flatMap(({ boxes }) =>
    boxes.flatMap(({ content }) => content ?? []),
  );
  const marks = contents.filter((piece) => piece.kind === 'string' && piece.text.startsWith(MARK));
  return sheet.warnings.length === 0 && marks.length === count ? sheet : null;
}

/** The statement with the words of a document. */
function filled({ text, sheet }: Statement, frame: Frame): Statement {
  if (sheet !== null) {
    const { rules, fontFaces, warnings } = sheet;
    const pages = sheet.pages.map((page) => filledPage(page, frame));
    return { text, sheet: { rules, pages, fontFaces, warnings } };
  }
  if (!text.css.includes(MARK)) return { text, sheet };
  const css = text.css.replace(
    MARKED,
    (_, index: string) => `"${frame.words[Number(index)] ?? ''}"`,
  );
  return { text: { css, source: text.source }, sheet };
}

function filledPage({ first, size, block, boxes }: PageRule, frame: Frame): PageRule {
  return { first, size, block, boxes: boxes.map((box) => filledBox(box, frame)) };
}

function filledBox({ name, content, block }: MarginBoxRule, frame: Frame): MarginBoxRule {
  return { name, content: content?.map((piece) => filledPiece(piece, frame)) ?? null, block };
}

function filledPiece(piece: MarginContent, { words }: Frame): MarginContent {
  if (piece.kind !== 'string' || !piece.text.startsWith(MARK)) return piece;
  return { kind: 'string', text: words[Number(piece.text.slice(1))] ?? '' };
}
