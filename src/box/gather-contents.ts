import type { SourceOffset, Text } from '../markup/element.ts';
import type { Display } from '../style/style.ts';
import type { Build, Frame } from './build.ts';
import type { Content } from './content.ts';
import { mayGenerate } from './generated.ts';
import { isBlankText, textInline } from './text-inline.ts';

/** What the children of an element contribute to it, while they are gone through. */
export interface Gathered {
  readonly contents: Content[];
  /** White space behind a block, or before all else, which comes to nothing unless inline content follows. */
  space: Text | null;
  /** Whether there is such space: nearly all children of blocks stand on lines of their own. */
  readonly dropsSpaces: boolean;
  readonly frame: Frame;
  readonly build: Build;
}

/** Elements of these displays hand their contents on, to stand beside others. */
const PASSING_ON: ReadonlySet<Display> = new Set<Display>(['inline', 'contents']);

/** Begin to gather the contents of an element. */
export function gatherContents(frame: Frame, build: Build): Gathered {
  const dropsSpaces = !PASSING_ON.has(frame.style.display) && !mayGenerate(frame, build);
  return { contents: [], space: null, dropsSpaces, frame, build };
}

/** Add a text. */
export function addText(text: Text, gathered: Gathered): void {
  const { contents, space, dropsSpaces, frame, build } = gathered;
  const isOpen = space === null && dropsSpaces && !isInLine(contents.at(-1));
  if (isOpen && isBlankText(text.text, frame.style)) gathered.space = text;
  else {
    keepSpace(gathered);
    contents.push(textContent(text.text, text.source, frame, build));
  }
}

/** Add what an element contributes. */
export function addContent(content: Content, gathered: Gathered): void {
  if (isInLine(content)) keepSpace(gathered);
  gathered.space = null;
  gathered.contents.push(content);
}

function keepSpace(gathered: Gathered): void {
  const { contents, space, frame, build } = gathered;
  if (space !== null) contents.push(textContent(space.text, space.source, frame, build));
  gathered.space = null;
}

/** Whether white space beside it may be part of a line. */
function isInLine(content: Content | undefined): boolean {
  return content?.kind === 'inline' || content?.kind === 'out-of-flow';
}

/** A text as content. */
export function textContent(
  text: string,
  source: SourceOffset,
  frame: Frame,
  build: Build,
): Content {
  const inline = textInline(text, source, frame, build);
  return { kind: 'inline', inline, blank: isBlankText(text, inline.style) };
}
