import type { Box, BoxTree } from '../box/box.ts';
import { failure, success, type Failure, type Outcome } from '../failure.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Rect } from '../geometry.ts';
import { placeStill } from './absolute/anchors.ts';
import { collectOutOfFlow } from './absolute/collect-out-of-flow.ts';
import { placeOnPage } from './absolute/place-absolute.ts';
import type { IntrinsicWidths } from './context.ts';
import type { Caches, DocumentContext } from './document.ts';
import { newTextMemory } from './inline/text-memory.ts';
import { measureWidths } from './intrinsic-widths.ts';
import type { Flow, Item } from './item.ts';
import { layoutAnyBox, layoutSettled } from './lay-out-box.ts';
import { pageArea, pageFrames } from './page-frames.ts';
import { layoutRoot } from './layout-root.ts';

/** Styles are shared between documents, and with them what follows from a style alone. */
function emptyCaches(fonts: FontBook): Caches {
  return {
    edges: fonts.memo('layout:edges', () => new WeakMap()),
    decorations: fonts.memo('layout:decorations', () => new WeakMap()),
    frames: fonts.memo('layout:frames', () => new WeakMap()),
    tables: new Map(),
    anchors: new Map(),
    content: new Map(),
    settled: new Map(),
    cells: new Map(),
    nesting: { containers: 0 },
  };
}

/** Widths of each box are measured once; text alone is cheap to measure again and not kept. */
function remembering(measure: (box: Box) => IntrinsicWidths): (box: Box) => IntrinsicWidths {
  const known = new Map<Box, IntrinsicWidths>();
  return (box) => {
    if (box.kind === 'inline-flow') return measure(box);
    const found = known.get(box);
    if (found !== undefined) return found;
    const measured = measure(box);
    known.set(box, measured);
    return measured;
  };
}

function createContext(tree: BoxTree, fonts: FontBook, warnings: Failure[]): DocumentContext {
  const document: DocumentContext = {
    fonts,
    lines: tree.lines,
    language: tree.language,
    layoutBox: (box, space) => layoutAnyBox(box, space, document),
    layoutSettled: (box, space, size) => layoutSettled(box, space, size, document),
    intrinsicWidths: remembering((box) => measureWidths(box, document)),
    textMemory: newTextMemory(fonts),
    placeStill: (box, at) => placeStill(box, at, document),
    warn: (warning) => warnings.push(warning),
    outOfFlow: collectOutOfFlow(tree),
    caches: emptyCaches(fonts),
    lowestPage: Math.min(pageArea(tree.pages.first).height, pageArea(tree.pages.rest).height),
  };
  return document;
}

/** Pages of two widths would need the text set twice; it is set for every page but the first. */
function warnOfWidths(first: Rect, rest: Rect): readonly Failure[] {
  if (first.width === rest.width) return [];
  const words =
    'the first page is not as wide as the others; text is set to the width of the others';
  const expected = `${rest.width}px between the side margins`;
  return [failure('layout', '@page :first', words, { expected, found: `${first.width}px` })];
}

function toFlow(tree: BoxTree, root: Item, area: Rect, document: DocumentContext): Flow {
  const { fonts, language } = document;
  return {
    root,
    lines: tree.lines,
    fixed: document.outOfFlow.fixed.map((box) => placeOnPage(box, area, document)),
    ...pageFrames(tree.pages, { fonts, language }),
    fonts,
    language,
    title: tree.title,
    meta: tree.meta,
  };
}

/** Measure a whole document: every box has its size, nothing is on a page yet. */
export function layoutBoxes(tree: BoxTree, fonts: FontBook): Outcome<Flow> {
  const area = pageArea(tree.pages.rest);
  const warnings: Failure[] = [...warnOfWidths(pageArea(tree.pages.first), area)];
  const document = createContext(tree, fonts, warnings);
  const root = layoutRoot(tree.root, area, document);
  return success(toFlow(tree, root, area, document), warnings);
}
