import { failure } from '../failure.ts';
import type { Element } from '../markup/element.ts';
import { styleElement } from '../style/style-element.ts';
import type { Style } from '../style/style.ts';
import { siblingsOf, type TreePosition } from '../style/tree-position.ts';
import { blockChildren, itemChildren } from './arrange-blocks.ts';
import type { BlockBox, Box, Inline, PictureBox } from './box.ts';
import { anonymous, askFor, DEPTH_LIMIT, placeOf, warn, type Build, type Frame } from './build.ts';
import { buildInline } from './build-inline.ts';
import { alternativeText, pictureOf } from './build-picture.ts';
import { buildTable } from './build-table.ts';
import { buildTablePart } from './build-table-part.ts';
import { tagOf } from './build-tag.ts';
import { addContent, addText, gatherContents, textContent } from './gather-contents.ts';
import { plainRow } from './plain-row.ts';
import type { Content } from './content.ts';
import { applyCounters, innerScope } from './counters.ts';
import { generatedFrame, mayGenerate } from './generated.ts';
import { inFlowOrOut } from './out-of-flow.ts';
import { listCounter } from './list-marker.ts';
import { itemFrame } from './list-item.ts';

/** What the children of an element contribute to it. */
export function contentsOf(frame: Frame, build: Build): readonly Content[] {
  if (!mayGenerate(frame, build)) return childContents(frame, build);
  const before = generated('::before', frame, build);
  const own = childContents(frame, build);
  return [...before, ...own, ...generated('::after', frame, build)];
}

/** What `::before` or `::after` of an element contribute to it. */
function generated(name: '::before' | '::after', frame: Frame, build: Build): readonly Content[] {
  if (frame.element.name.startsWith('::')) return [];
  const inner = generatedFrame(name, frame, build);
  if (inner === null) return [];
  const contents = displayContent(inner, build);
  return inFlowOrOut(contents, inner.node, frame.node, build);
}

function childContents(frame: Frame, build: Build): readonly Content[] {
  const { content, textSource } = frame.element;
  if (typeof content === 'string') return [textContent(content, textSource, frame, build)];
  const gathered = gatherContents(frame, build);
  const siblings = siblingsOf(content);
  let index = 0;
  for (const child of content) {
    if (child.kind === 'text') addText(child, gathered);
    else {
      const position = { element: child, parent: frame.position, siblings, index: index++ };
      for (const each of elementContent(position, frame, build)) addContent(each, gathered);
    }
  }
  return gathered.contents;
}

/** What an element contributes to its parent: nothing, inline content, boxes, or parts of a table. */
function elementContent(position: TreePosition, parent: Frame, build: Build): readonly Content[] {
  const node = styleElement(build.cascade, position, parent.node);
  const { style } = node;
  if (node.warnings.length > 0) build.doubtful.add(node);
  askFor(build, style.fontFamily, position.element.source);
  if (style.display === 'none') return [];
  const { element } = position;
  if (parent.depth >= DEPTH_LIMIT) return tooDeep(element, build);
  if (build.cascade.rules.generates)
    applyCounters(parent.counters, style.counterReset, style.counterIncrement);
  const tag = tagOf(element, style, parent, build);
  const list = isList(element) ? listCounter(element) : parent.list;
  const plain: Frame = {
    element,
    position,
    node,
    style,
    tag,
    list,
    marker: null,
    depth: parent.depth + 1,
    counters: build.cascade.rules.generates ? innerScope(parent.counters) : parent.counters,
  };
  const frame = style.display === 'list-item' ? itemFrame(plain, parent.list, build) : plain;
  const special = SPECIAL.get(element.name);
  const contents = special ? special(frame, build) : displayContent(frame, build);
  return inFlowOrOut(contents, node, parent.node, build);
}

const isList = ({ name }: Element): boolean => name === 'ol' || name === 'ul' || name === 'menu';

function tooDeep(element: Element, build: Build): readonly Content[] {
  if (build.failures.length === 0)
    build.failures.push(
      failure('box', placeOf(build, element.source), 'elements are nested too deeply', {
        expected: `at most ${DEPTH_LIMIT} levels`,
      }),
    );
  return [];
}

type Special = (frame: Frame, build: Build) => readonly Content[];

/** Elements that are more than their display says. */
const SPECIAL: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['img', pictureContent],
  ['svg', pictureContent],
  ['br', ({ style, tag }: Frame): readonly Content[] => [inline({ kind: 'break', style, tag })]],
  ['wbr', (frame: Frame): readonly Content[] => [inline(words('\u200b', frame))]],
  ['running-total', runningTotal],
]);

const inline = (content: Inline): Content => ({ kind: 'inline', inline: content, blank: false });

const words = (text: string, { style, tag, element }: Frame): Inline => ({
  kind: 'text',
  text,
  style,
  tag,
  source: element.source,
});

function runningTotal(frame: Frame, build: Build): readonly Content[] {
  const { element, style, tag } = frame;
  const of = element.attributes['of'] ?? '';
  if (of === '') {
    warn(
      build,
      element.source,
      '<running-total> does not say what it adds up',
      'write of="…" as in data-total="…"',
    );
    return [];
  }
  return [inline({ kind: 'running-total', of, style, tag, source: element.source })];
}

/** A picture, or its words where it is missing (HTML, section 15.4.2). */
function pictureContent(frame: Frame, build: Build): readonly Content[] {
  const { style, tag, element } = frame;
  const picture = pictureOf(frame, build);
  if (!picture) return missingPicture(frame, build);
  const box: PictureBox = { kind: 'picture', style, tag, source: element.source, picture };
  return isInlineLevel(style) ? [inline({ kind: 'atom', box })] : [{ kind: 'block', box }];
}

function missingPicture(frame: Frame, build: Build): readonly Content[] {
  const text = alternativeText(frame.element);
  if (text === '') return [];
  const content = inline(words(text, { ...frame, style: anonymous(build, frame.style, 'inline') }));
  if (isInlineLevel(frame.style)) return buildInline([content], frame, build);
  return [{ kind: 'block', box: blockBox(frame, [content], build) }];
}

const INLINE_LEVEL: ReadonlySet<Style['display']> = new Set<Style['display']>([
  'inline',
  'inline-block',
  'inline-flex',
  'inline-grid',
  'inline-table',
  'contents',
]);

const isInlineLevel = (style: Style): boolean => INLINE_LEVEL.has(style.display);

/** CSS Display 3, section 2. */
function displayContent(frame: Frame, build: Build): readonly Content[] {
  const row = frame.style.display === 'table-row' ? plainRow(frame, build) : null;
  if (row !== null) return [{ kind: 'row', box: row }];
  const contents = contentsOf(frame, build);
  const { display } = frame.style;
  switch (display) {
    case 'none':
      return [];
    case 'contents':
      return contents;
    case 'inline':
      return buildInline(contents, frame, build);
    case 'block':
    case 'list-item':
    case 'flex':
    case 'grid':
    case 'table':
      return [{ kind: 'block', box: containerBox(frame, contents, build) }];
    case 'inline-block':
    case 'inline-flex':
    case 'inline-grid':
    case 'inline-table':
      return [inline({ kind: 'atom', box: containerBox(frame, contents, build) })];
    default:
      return [buildTablePart(display, contents, frame, build)];
  }
}

function containerBox(frame: Frame, contents: readonly Content[], build: Build): Box {
  const { style, tag, element } = frame;
  const { source } = element;
  switch (style.display) {
    case 'flex':
    case 'inline-flex':
      return { kind: 'flex', style, tag, source, children: itemChildren(contents, frame, build) };
    case 'grid':
    case 'inline-grid':
      return { kind: 'grid', style, tag, source, children: itemChildren(contents, frame, build) };
    case 'table':
    case 'inline-table':
      return buildTable(contents, frame, build, blockChildren);
    default:
      return blockBox(frame, contents, build);
  }
}

/** A block container; as a list item it has a marker (CSS Lists 3, section 3). */
export function blockBox(frame: Frame, contents: readonly Content[], build: Build): BlockBox {
  const { style, tag, element } = frame;
  const children = blockChildren(contents, frame, build);
  return { kind: 'block', style, tag, source: element.source, children, marker: frame.marker };
}
