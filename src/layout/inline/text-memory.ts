import type { InlineFlowBox } from '../../box/box.ts';
import type { Shaping } from '../../font/face.ts';
import type { FontBook } from '../../font/font-book.ts';
import type { Style } from '../../style/style.ts';
import { styleSpacing } from './glyph-run.ts';
import type { Spacing } from './glyph-run.ts';
import type { FilledPhrase } from './fill-phrase.ts';
import type { Phrase } from './phrase.ts';
import type { Prepared } from './prepare-paragraph.ts';
import { textCaches, type TextCache, type TextCaches } from './text-cache.ts';
import { shapingOf, usedFont } from './used-font.ts';
import type { UsedFont } from './used-font.ts';

/** All that text of one style needs, found once. */
export interface TextStyle {
  readonly font: UsedFont;
  readonly spacing: Spacing;
  /** Latin from left to right. */
  readonly shaping: Shaping;
  /** The other scripts and directions met so far. */
  readonly others: Map<string, Shaping>;
  /** Whether text of the style may be set the short way: white space collapsed, seen as written, without lines. */
  readonly isPlain: boolean;
  /** Whether the primary face has all of printable ASCII. */
  readonly coversAscii: boolean;
  readonly phrases: TextCache<Phrase>;
  /** Those that took several lines, as they were filled last. */
  readonly filled: TextCache<FilledPhrase>;
}

/** What inline layout keeps of styles and phrases for all documents that share a font book. */
interface SharedMemory {
  readonly styles: WeakMap<Style, TextStyle>;
  readonly caches: StyleCaches;
}

/** What the caches of all styles share. */
interface StyleCaches {
  readonly phrases: TextCaches<Phrase>;
  readonly filled: TextCaches<FilledPhrase>;
}

const MOST_PHRASES = 20_000;
/** Labels that are too long for their column; each is a dozen objects. */
const MOST_FILLED = 2_000;

function openCaches(): StyleCaches {
  return { phrases: textCaches(MOST_PHRASES), filled: textCaches(MOST_FILLED) };
}

/** What inline layout keeps while one document is laid out. */
export interface TextMemory {
  readonly styles: WeakMap<Style, TextStyle>;
  readonly shared: SharedMemory;
  /** Paragraphs whose widths were asked for, for their lines to be filled. */
  readonly prepared: Map<InlineFlowBox, Prepared>;
  /** Characters without a face that were warned of. */
  readonly missing: Set<string>;
}

/** Where text styles come from. */
export interface TextSource {
  readonly fonts: FontBook;
  /** Language of the document. */
  readonly language: string;
  readonly textMemory: TextMemory;
}

const SHARED = 'layout:text';

/** A memory for a new document; what does not depend on the document is kept with its fonts. */
export function newTextMemory(fonts: FontBook): TextMemory {
  const shared = fonts.memo(SHARED, () => ({ styles: new WeakMap(), caches: openCaches() }));
  return { styles: new WeakMap(), shared, prepared: new Map(), missing: new Set() };
}

/** Fonts, spacing and shaping of a style. Text without a language of its own has that of its document, which shares nothing then. */
export function textStyle(style: Style, source: TextSource): TextStyle {
  const { shared, styles: own } = source.textMemory;
  const styles = style.language === '' ? own : shared.styles;
  const known = styles.get(style);
  if (known !== undefined) return known;
  const made = makeStyle(style, source, shared.caches);
  styles.set(style, made);
  return made;
}

function makeStyle(style: Style, { fonts, language }: TextSource, caches: StyleCaches): TextStyle {
  const font = usedFont(style, fonts, language);
  return {
    font,
    spacing: styleSpacing(style),
    shaping: shapingOf(style, language),
    others: new Map(),
    isPlain: isPlain(style),
    coversAscii: coversAscii(font),
    phrases: caches.phrases.open(),
    filled: caches.filled.open(),
  };
}

function isPlain(style: Style): boolean {
  return (
    (style.whiteSpace === 'normal' || style.whiteSpace === 'nowrap') &&
    style.textTransform === 'none' &&
    style.visibility === 'visible' &&
    style.textDecorationLine.length === 0
  );
}

function coversAscii({ stack }: UsedFont): boolean {
  for (let code = 0x20; code < 0x7f; code++) if (!stack.primary.covers(code)) return false;
  return true;
}

/** The shaping of a style for a script and a direction; equal ones are one object, which faces know again quickly. */
export function shapingFor(style: TextStyle, script: string, rtl: boolean): Shaping {
  if (!rtl && script === style.shaping.script) return style.shaping;
  const direction = rtl ? 'rtl' : 'ltr';
  const key = `${script} ${direction}`;
  const known = style.others.get(key);
  if (known) return known;
  const made: Shaping = { ...style.shaping, script, direction };
  style.others.set(key, made);
  return made;
}
