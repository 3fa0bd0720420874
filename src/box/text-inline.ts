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
  for (let index = 0; index < text.length; index++)
    if (!isBlankCode(text.charCodeAt(index), whiteSpace === 'pre-line')) return false;
  return true;
}

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;

/** White space of HTML; `hasLines`: all but what ends a line. */
function isBlankCode(code: number, hasLines: boolean): boolean {
  if (code === SPACE || code === TAB || code === RETURN) return true;
  return !hasLines && (code === LINE_FEED || code === FORM_FEED);
}
