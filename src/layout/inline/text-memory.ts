import type { Shaping } from '../../font/face.ts';
import type { FontBook } from '../../font/font-book.ts';
import type { Style } from '../../style/style.ts';
import { styleSpacing } from './glyph-run.ts';
import type { Spacing } from './glyph-run.ts';
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
}

/** What inline layout keeps while one document is laid out. */
export interface TextMemory {
  readonly styles: Map<Style, TextStyle>;
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

/** Styles kept at a time; documents share a few hundred. */
const MAX_STYLES = 10_000;

/** A memory for a new document. */
export function newTextMemory(): TextMemory {
  return { styles: new Map(), missing: new Set() };
}

/** Fonts, spacing and shaping of a style. */
export function textStyle(style: Style, source: TextSource): TextStyle {
  const { styles } = source.textMemory;
  const known = styles.get(style);
  if (known) return known;
  const made: TextStyle = {
    font: usedFont(style, source.fonts, source.language),
    spacing: styleSpacing(style),
    shaping: shapingOf(style, source.language),
    others: new Map(),
  };
  if (styles.size >= MAX_STYLES) styles.clear();
  styles.set(style, made);
  return made;
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
