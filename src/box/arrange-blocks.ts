import { anchorOf } from './build-inline.ts';
import type { Box, Inline, TableBox } from './box.ts';
import { anonymous, derived, type Build, type Frame } from './build.ts';
import { isBlank, isTablePart, type Content, type TablePart } from './content.ts';
import { buildTable } from './build-table.ts';
import type { Style } from '../style/style.ts';

const UNINDENTED = { px: 0, percent: 0 };

/** The block-level children of a block container: runs of inline content stand in anonymous boxes (CSS 2.1, section 9.2.1.1). */
export function blockChildren(
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): readonly Box[] {
  const [only] = contents;
  if (only?.kind === 'inline' && contents.length === 1)
    return only.blank ? NO_BOXES : [inlineFlow([only.inline], frame, true, build)];
  return arrange(withTables(contents, frame, build), (run, isFirst) =>
    inlineFlow(run, frame, isFirst, build),
  );
}

const NO_BOXES: readonly Box[] = [];

/** The items of a flex or grid container: text directly inside becomes an anonymous block (CSS Flexbox 1, section 4). */
export function itemChildren(
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): readonly Box[] {
  return arrange(withTables(contents, frame, build), (run) => {
    const { tag, element } = frame;
    const style = anonymous(build, frame.style, 'block');
    const children = [inlineFlow(run, { style, tag, element }, true, build)];
    return { kind: 'block', style, tag, source: element.source, children, marker: null };
  });
}

/** Makes a box of a run of inline content; `isFirst`: nothing in flow stands before it. */
type Wrap = (run: readonly Inline[], isFirst: boolean) => Box;

/** Gather runs of inline content between blocks; runs of white space alone vanish. */
function arrange(contents: readonly Content[], wrap: Wrap): readonly Box[] {
  if (contents.every((content) => content.kind === 'inline')) {
    const blank = contents.every((content) => content.blank);
    return blank
      ? []
      : [
          wrap(
            contents.map((content) => content.inline),
            true,
          ),
        ];
  }
  return arrangeMixed(contents, wrap);
}

function arrangeMixed(contents: readonly Content[], wrap: Wrap): readonly Box[] {
  const children: Box[] = [];
  let run: Inline[] = [];
  let blank = true;
  let isFirst = true;
  const flush = (): void => {
    if (run.length === 0) return;
    if (!blank) {
      children.push(wrap(run.slice(), isFirst));
      isFirst = false;
    } else for (const each of run) if (each.kind === 'anchor') children.push(each.box);
    run = [];
    blank = true;
  };
  for (const content of contents) {
    if (content.kind === 'inline') {
      run.push(content.inline);
      if (!content.blank) blank = false;
    } else if (content.kind === 'out-of-flow' && (content.inlineLevel || !blank)) {
      run.push(anchorOf(content));
    } else if (content.kind === 'block' || content.kind === 'out-of-flow') {
      flush();
      children.push(content.box);
      if (content.kind === 'block') isFirst = false;
    }
  }
  flush();
  return children.slice();
}

/** Inline content as an anonymous block, which is indented only as the first child of its parent (CSS Text 3, section 7.1). */
export function inlineFlow(
  content: readonly Inline[],
  frame: Pick<Frame, 'style' | 'tag' | 'element'>,
  isFirst: boolean,
  build: Build,
): Box {
  const indented = anonymous(build, frame.style, 'block');
  const { px, percent } = indented.textIndent;
  const block =
    isFirst || (px === 0 && percent === 0) ? indented : unindentedStyle(indented, build);
  const style = withItsDirection(block, frame, build);
  return { kind: 'inline-flow', style, tag: frame.tag, source: frame.element.source, content };
}

function unindentedStyle(style: Style, build: Build): Style {
  return derived(build, style, 'unindented', () => ({ ...style, textIndent: UNINDENTED }));
}

/** Values that on a block mean its paragraphs (CSS Writing Modes 3, section 2.2), though they are not inherited. */
const OF_PARAGRAPHS: ReadonlySet<Style['unicodeBidi']> = new Set([
  'plaintext',
  'bidi-override',
  'isolate-override',
] as const);

/** Whether the anonymous blocks in a box of this style take over how it sets paragraphs. */
export function directsParagraphs({ unicodeBidi }: Style): boolean {
  return OF_PARAGRAPHS.has(unicodeBidi);
}

function withItsDirection(style: Style, frame: Pick<Frame, 'style'>, build: Build): Style {
  return directsParagraphs(frame.style)
    ? directedStyle(style, frame.style.unicodeBidi, build)
    : style;
}

function directedStyle(style: Style, unicodeBidi: Style['unicodeBidi'], build: Build): Style {
  return derived(build, style, unicodeBidi, () => ({ ...style, unicodeBidi }));
}

/** Parts of tables outside of any table get one around them (CSS 2.1, section 17.2.1, step 3). */
function withTables(contents: readonly Content[], frame: Frame, build: Build): readonly Content[] {
  if (!contents.some(isTablePart)) return contents;
  return wrapParts(contents, (parts) => ({
    kind: 'block',
    box: anonymousTable(parts, frame, 'table', build),
  }));
}

/** A table around parts that have none. */
export function anonymousTable(
  parts: readonly TablePart[],
  frame: Frame,
  display: 'table' | 'inline-table',
  build: Build,
): TableBox {
  const style = anonymous(build, frame.style, display);
  return buildTable(parts, { ...frame, style }, build, blockChildren);
}

/** Put runs of table parts, white space between them dropped, into something. */
export function wrapParts(
  contents: readonly Content[],
  wrap: (parts: readonly TablePart[]) => Content,
): readonly Content[] {
  const result: Content[] = [];
  let parts: TablePart[] = [];
  let spaces: Content[] = [];
  const flush = (): void => {
    if (parts.length > 0) result.push(wrap(parts));
    result.push(...spaces);
    parts = [];
    spaces = [];
  };
  for (const content of contents) {
    if (isTablePart(content)) {
      parts.push(content);
      spaces = [];
    } else if (parts.length > 0 && isBlank(content)) {
      spaces.push(content);
    } else {
      flush();
      result.push(content);
    }
  }
  flush();
  return result;
}
