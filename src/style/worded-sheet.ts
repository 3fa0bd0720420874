import { place } from '../markup/element.ts';
import type { MarginContent } from './page-style.ts';
import { parseSheet, type SheetText } from './parse-sheet.ts';
import type { SheetMemory } from './sheet-memory.ts';
import type { PageRule, Sheet } from './sheet.ts';

/** A text of CSS with marks in the places of its strings: what documents share that differ in these alone. */
interface Frame {
  readonly css: string;
  readonly words: readonly string[];
}

/** Longer texts are no `@page` rule that a document writes for itself. */
const LONGEST = 4000;

const STRING = /"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"/g;

/** Strings that stand for themselves, without escapes, and without the brackets that are counted before a text is read. */
const PLAIN_STRING = /^"[^"\\{}()[\]]*"$/;

/** Around the number of a string that was cut out; private, and a text that has one already is not cut. */
const MARK = '\ue000';

/**
 * The sheet of a text that is an `@page` rule, read once for all texts which differ in its words alone: every document
 * writes its own number there. Null where the text has to be read as it is.
 */
export function wordedSheet(text: SheetText, memory: SheetMemory): Sheet | null {
  const frame = cutWords(text.css);
  if (frame === null) return null;
  const key = `words:${place(text.source)}:${frame.css}`;
  const read = (): Sheet | null => readFrame(frame, text);
  const sheet = memory.recall(key, read, bytesOfText(frame.css.length));
  return sheet === null ? null : { ...sheet, pages: sheet.pages.map((page) => fill(page, frame)) };
}

/** About what the rules made from one character of a sheet take. */
const CHARACTER_BYTES = 30;

/** Says about how many bytes the rules of a text take; knows its length alone, because it is kept, and the text is a part of a page. */
export function bytesOfText(length: number): () => number {
  return () => length * CHARACTER_BYTES;
}

function cutWords(css: string): Frame | null {
  if (css.length > LONGEST || !/^\s*@page\b/.test(css) || css.includes(MARK)) return null;
  const around = css.replace(STRING, '"');
  // Behind a string nothing may stand on its line that a message could name the column of.
  if (/['\\]|\/\*|"[^\n]*[:@{]/.test(around)) return null;
  const words: string[] = [];
  const cut = (string: string): string => {
    if (!PLAIN_STRING.test(string)) return string;
    words.push(string.slice(1, -1));
    return `"${MARK}${words.length - 1}"`;
  };
  const frame = { css: css.replace(STRING, cut), words };
  return words.length === 0 ? null : frame;
}

/** Null unless all marks are words of margin boxes, where they say nothing but themselves, and there is nothing to warn of. */
function readFrame({ css, words }: Frame, { source }: SheetText): Sheet | null {
  const sheet = parseSheet({ css, source });
  const contents = sheet.pages.flatMap(({ boxes }) =>
    boxes.flatMap(({ content }) => content ?? []),
  );
  const marks = contents.filter((piece) => piece.kind === 'string' && piece.text.startsWith(MARK));
  return sheet.warnings.length === 0 && marks.length === words.length ? sheet : null;
}

function fill(page: PageRule, frame: Frame): PageRule {
  const boxes = page.boxes.map((box) => ({
    ...box,
    content: box.content?.map((piece) => filled(piece, frame)) ?? null,
  }));
  return { ...page, boxes };
}

function filled(piece: MarginContent, { words }: Frame): MarginContent {
  if (piece.kind !== 'string' || !piece.text.startsWith(MARK)) return piece;
  return { kind: 'string', text: words[Number(piece.text.slice(1))] ?? '' };
}
