import type { Box, Inline, TableBox } from './box.ts';
import { anonymous, type Build, type Frame } from './build.ts';
import { isBlank, isTablePart, type Content, type TablePart } from './content.ts';
import { buildTable } from './build-table.ts';

/** The block-level children of a block container: runs of inline content stand in anonymous boxes (CSS 2.1, section 9.2.1.1). */
export function blockChildren(
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): readonly Box[] {
  return arrange(withTables(contents, frame, build), (run) => inlineFlow(run, frame, build));
}

/** The items of a flex or grid container: text directly inside becomes an anonymous block (CSS Flexbox 1, section 4). */
export function itemChildren(
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): readonly Box[] {
  return arrange(withTables(contents, frame, build), (run) => {
    const { tag, element } = frame;
    const style = anonymous(build, frame.style, 'block');
    const children = [inlineFlow(run, { ...frame, style }, build)];
    return { kind: 'block', style, tag, source: element.source, children, marker: null };
  });
}

/** Gather runs of inline content between blocks; runs of white space alone vanish. */
function arrange(
  contents: readonly Content[],
  wrap: (run: readonly Inline[]) => Box,
): readonly Box[] {
  if (contents.every((content) => content.kind === 'inline')) {
    const blank = contents.every((content) => content.blank);
    return blank ? [] : [wrap(contents.map((content) => content.inline))];
  }
  return arrangeMixed(contents, wrap);
}

function arrangeMixed(
  contents: readonly Content[],
  wrap: (run: readonly Inline[]) => Box,
): readonly Box[] {
  const children: Box[] = [];
  let run: Inline[] = [];
  let blank = true;
  const flush = (): void => {
    if (!blank) children.push(wrap(run.slice()));
    run = [];
    blank = true;
  };
  for (const content of contents) {
    if (content.kind === 'inline') {
      run.push(content.inline);
      if (!content.blank) blank = false;
    } else if (content.kind === 'out-of-flow' && !blank) {
      run.push({ kind: 'atom', box: content.box });
    } else if (content.kind === 'block' || content.kind === 'out-of-flow') {
      flush();
      children.push(content.box);
    }
  }
  flush();
  return children.slice();
}

function inlineFlow(content: readonly Inline[], frame: Frame, build: Build): Box {
  const style = anonymous(build, frame.style, 'block');
  return { kind: 'inline-flow', style, tag: frame.tag, source: frame.element.source, content };
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
