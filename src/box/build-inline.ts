import type { Style } from '../style/style.ts';
import { anonymousTable, wrapParts } from './arrange-blocks.ts';
import type { Inline } from './box.ts';
import { derived, type Build, type Frame } from './build.ts';
import type { Content } from './content.ts';

/** An inline box around its content; blocks in it split it, and stand between the pieces (CSS 2.1, section 9.2.1.1). */
export function buildInline(
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): readonly Content[] {
  const whole = wrapParts(contents, (parts) =>
    tableAtom(anonymousTable(parts, frame, 'inline-table', build)),
  );
  if (!whole.some((content) => content.kind === 'block'))
    return [spanOf(whole, frame, frame.style)];
  const pieces = cutAtBlocks(whole);
  return pieces.flatMap((piece, index) => {
    if ('kind' in piece) return [piece];
    const style = pieceStyle(
      frame.style,
      { first: index === 0, last: index === pieces.length - 1 },
      build,
    );
    const span = spanOf(piece, frame, style);
    return piece.length === 0 && !hasEdges(style) ? [] : [span];
  });
}

const tableAtom = (box: ReturnType<typeof anonymousTable>): Content => ({
  kind: 'inline',
  inline: { kind: 'atom', box },
  blank: false,
});

/** Runs of inline content, perhaps empty, with the blocks between them. */
function cutAtBlocks(contents: readonly Content[]): readonly (Content | readonly Content[])[] {
  const pieces: (Content | readonly Content[])[] = [];
  let run: Content[] = [];
  for (const content of contents) {
    if (content.kind === 'block') {
      pieces.push(run, content);
      run = [];
    } else run.push(content);
  }
  return [...pieces, run];
}

function spanOf(contents: readonly Content[], frame: Frame, style: Style): Content {
  const { tag, element } = frame;
  const children = contents.flatMap(inlineOf);
  const blank =
    contents.every((content) => content.kind === 'inline' && content.blank) && !hasEdges(style);
  return {
    kind: 'inline',
    inline: { kind: 'span', style, tag, source: element.source, children },
    blank,
  };
}

function inlineOf(content: Content): readonly Inline[] {
  if (content.kind === 'inline') return [content.inline];
  return content.kind === 'out-of-flow' ? [anchorOf(content)] : [];
}

/** What keeps the place of a box out of flow among inline content. */
export function anchorOf({ box, inlineLevel }: Extract<Content, { kind: 'out-of-flow' }>): Inline {
  return { kind: 'anchor', box, inlineLevel };
}

/** Whether an empty inline box still takes up room. */
function hasEdges(style: Style): boolean {
  const { paddingLeft, paddingRight, marginLeft, marginRight } = style;
  if (style.borderLeftWidth + style.borderRightWidth > 0) return true;
  return [paddingLeft, paddingRight, marginLeft, marginRight].some(
    (length) => length !== 'auto' && (length.px !== 0 || length.percent !== 0),
  );
}

const NONE = { px: 0, percent: 0 };

const NO_LEFT = {
  marginLeft: NONE,
  paddingLeft: NONE,
  borderLeftWidth: 0,
  borderLeftStyle: 'none',
} as const;
const NO_RIGHT = {
  marginRight: NONE,
  paddingRight: NONE,
  borderRightWidth: 0,
  borderRightStyle: 'none',
} as const;

/** Only the first piece has the edge at its start, only the last that at its end (`box-decoration-break: slice`). */
function pieceStyle(
  style: Style,
  at: { readonly first: boolean; readonly last: boolean },
  build: Build,
): Style {
  if (!hasEdges(style) || style.boxDecorationBreak === 'clone') return style;
  const [noStart, noEnd] = style.direction === 'rtl' ? [NO_RIGHT, NO_LEFT] : [NO_LEFT, NO_RIGHT];
  return derived(build, style, `piece:${at.first}:${at.last}`, () => ({
    ...style,
    ...(at.first ? {} : noStart),
    ...(at.last ? {} : noEnd),
  }));
}
