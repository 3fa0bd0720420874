import type { SourceOffset } from '../markup/element.ts';
import type { Style } from '../style/style.ts';
import type { Inline } from './box.ts';
import { anonymous, type Build, type Frame } from './build.ts';

/** Inline content that is text. */
export type TextInline = Extract<Inline, { kind: 'text' }>;

/** The text of an element as inline content. */
export function textInline(
  text: string,
  source: SourceOffset,
  { style, tag }: Pick<Frame, 'style' | 'tag'>,
  build: Build,
): TextInline {
  return { kind: 'text', text, style: anonymous(build, style, 'inline'), tag, source };
}

/** Whether text is white space that vanishes between blocks. */
export function isBlankText(text: string, { whiteSpace }: Style): boolean {
  if (text.charCodeAt(0) > SPACE) return false;
  if (whiteSpace === 'pre' || whiteSpace === 'pre-wrap') return text === '';
  return whiteSpace === 'pre-line' ? /^[\t\r ]*$/.test(text) : /^[\t\n\f\r ]*$/.test(text);
}

const SPACE = 0x20;
