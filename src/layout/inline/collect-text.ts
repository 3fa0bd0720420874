import type { Inline, InlineFlowBox } from '../../box/box.ts';
import { bidiControls, paragraphControls } from './bidi-controls.ts';
import type { BidiControls } from './bidi-controls.ts';
import { inlineBox, rootInlineBox } from './inline-box.ts';
import type { InlineBase, InlineBox } from './inline-box.ts';
import { OBJECT } from './paragraph.ts';
import type { Paragraph, Part } from './paragraph.ts';
import { transformText } from './transform-text.ts';
import {
  collapseWhiteSpace,
  preservesBreaks,
  preservesSpaces,
  unifyLineEnds,
} from './white-space.ts';

/** A part without its offsets yet: trailing spaces may still go. */
interface Draft {
  text: string;
  readonly part: Part;
}

/** The paragraph as it grows. */
interface Collector {
  readonly base: InlineBase;
  readonly drafts: Draft[];
  /** Bidi controls of the spans that are open, to be closed and opened again around forced breaks. */
  readonly controls: { readonly box: InlineBox; readonly pair: BidiControls }[];
  /** A collapsible space here would follow another one or begin a line. */
  atSpace: boolean;
  /** The draft that ends with the last character, where that is a collapsible space. */
  trailing: Draft | null;
  last: string;
  filled: boolean;
}

type TextInline = Extract<Inline, { kind: 'text' }>;

/** Gather the content of a flow in one string: transformed, collapsed across inline boxes (CSS Text 3, section 4.1.1). */
export function collectText(flow: InlineFlowBox, base: InlineBase): Paragraph {
  const root = rootInlineBox(flow.style, flow.tag, base);
  const collector: Collector = {
    base,
    drafts: [],
    controls: [],
    atSpace: true,
    trailing: null,
    last: ' ',
    filled: false,
  };
  withControls(collector, root, paragraphControls(flow.style), () => {
    for (const inline of flow.content) collect(collector, inline, root);
  });
  dropTrailingSpace(collector);
  return finish(collector, root);
}

function collect(collector: Collector, inline: Inline, box: InlineBox): void {
  switch (inline.kind) {
    case 'text':
      return collectNode(collector, inline, box);
    case 'span':
      return collectSpan(collector, inline, box);
    case 'break':
      return forceBreak(collector, box);
    case 'atom':
      return collectObject(collector, { kind: 'atom', start: 0, end: 0, box, content: inline.box });
    case 'anchor':
      return collectAnchor(collector, inline, box);
    case 'running-total': {
      const { of, style, tag } = inline;
      return collectObject(collector, { kind: 'late', start: 0, end: 0, box, of, style, tag });
    }
  }
}

/** It takes no room, and spaces collapse across it. */
function collectAnchor(
  { drafts }: Collector,
  { box: content, inlineLevel }: Extract<Inline, { kind: 'anchor' }>,
  box: InlineBox,
): void {
  drafts.push({ text: '', part: { kind: 'anchor', start: 0, end: 0, box, content, inlineLevel } });
}

function collectObject(collector: Collector, part: Part): void {
  collector.drafts.push({ text: OBJECT, part });
  collector.atSpace = false;
  collector.trailing = null;
  collector.filled = true;
  collector.last = OBJECT;
}

function collectSpan(
  collector: Collector,
  span: Extract<Inline, { kind: 'span' }>,
  parent: InlineBox,
): void {
  const box = inlineBox(span, parent, collector.base);
  collector.drafts.push({ text: '', part: { kind: 'open', start: 0, end: 0, box } });
  if (hasEdges(box)) collector.filled = true;
  withControls(collector, box, bidiControls(span.style), () => {
    for (const child of span.children) collect(collector, child, box);
  });
  collector.drafts.push({ text: '', part: { kind: 'close', start: 0, end: 0, box } });
}

/** Collect something between a pair of controls. */
function withControls(
  collector: Collector,
  box: InlineBox,
  pair: BidiControls | null,
  collectAll: () => void,
): void {
  if (pair === null) return collectAll();
  collector.controls.push({ box, pair });
  addControl(collector, box, pair.open);
  collectAll();
  collector.controls.pop();
  addControl(collector, box, pair.close);
}

function hasEdges(box: InlineBox): boolean {
  return box.left !== 0 || box.right !== 0;
}

function addControl(collector: Collector, box: InlineBox, text: string): void {
  collector.drafts.push({ text, part: { kind: 'control', start: 0, end: 0, box } });
}

function collectNode(collector: Collector, node: TextInline, box: InlineBox): void {
  const text = transformText(node.text, node.style, collector.last);
  if (!preservesBreaks(node.style))
    return addCollapsed(collector, collapseWhiteSpace(text), node, box);
  let first = true;
  for (const line of unifyLineEnds(text).split('\n')) {
    if (!first) forceBreak(collector, box);
    first = false;
    if (preservesSpaces(node.style)) addText(collector, line, node, box);
    else addCollapsed(collector, collapseWhiteSpace(line), node, box);
  }
}

function addCollapsed(collector: Collector, text: string, node: TextInline, box: InlineBox): void {
  const kept = collector.atSpace && text.startsWith(' ') ? text.slice(1) : text;
  addText(collector, kept, node, box);
  if (!kept.endsWith(' ')) return;
  collector.atSpace = true;
  collector.trailing = collector.drafts.at(-1) ?? null;
}

function addText(collector: Collector, text: string, node: TextInline, box: InlineBox): void {
  if (text === '') return;
  const { style, tag, source } = node;
  collector.drafts.push({
    text,
    part: { kind: 'text', start: 0, end: 0, box, style, tag, source },
  });
  collector.atSpace = false;
  collector.trailing = null;
  collector.filled ||= text !== ' ' || preservesSpaces(style);
  collector.last = text.slice(-1);
}

function forceBreak(collector: Collector, box: InlineBox): void {
  dropTrailingSpace(collector);
  for (const { box: open, pair } of collector.controls.toReversed())
    addControl(collector, open, pair.close);
  collector.drafts.push({ text: '\n', part: { kind: 'break', start: 0, end: 0, box } });
  for (const { box: open, pair } of collector.controls) addControl(collector, open, pair.open);
  collector.atSpace = true;
  collector.filled = true;
  collector.last = '\n';
}

/** A collapsible space at the end of a line or of the paragraph goes away. */
function dropTrailingSpace(collector: Collector): void {
  if (collector.trailing) collector.trailing.text = collector.trailing.text.slice(0, -1);
  collector.trailing = null;
}

/** Parts that count though they have no characters. */
const WITHOUT_TEXT: ReadonlySet<Part['kind']> = new Set(['open', 'close', 'anchor'] as const);

function finish(collector: Collector, root: InlineBox): Paragraph {
  const parts: Part[] = [];
  let start = 0;
  for (const { text, part } of collector.drafts) {
    const end = start + text.length;
    if (text !== '' || WITHOUT_TEXT.has(part.kind)) parts.push({ ...part, start, end });
    start = end;
  }
  const text = collector.drafts.map((draft) => draft.text).join('');
  return { root, text, parts, empty: !collector.filled };
}
