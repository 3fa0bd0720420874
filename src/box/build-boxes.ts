import { failed, success, type Failure, type Outcome } from '../failure.ts';
import type { FontBook, FontFaceRule } from '../font/font-book.ts';
import type { Element, ElementTree } from '../markup/element.ts';
import { createCascade } from '../style/cascade.ts';
import { loadFonts } from '../style/load-fonts.ts';
import { pageStyles } from '../style/page-styles.ts';
import { styleElement } from '../style/style-element.ts';
import { rootPosition } from '../style/tree-position.ts';
import type { World } from '../world.ts';
import { blockChildren } from './arrange-blocks.ts';
import type { BlockBox, BoxTree } from './box.ts';
import { createBuild, warn, type Build, type Frame } from './build.ts';
import { contentsOf } from './build-element.ts';
import { innerScope } from './counters.ts';
import { documentFacts } from './document-facts.ts';
import type { Tag } from './tag.ts';

/** Turn a document into boxes: every style computed, every anonymous box and missing table part supplied. */
export function buildBoxes(tree: ElementTree, world: World): Outcome<BoxTree> {
  const { root, lines } = tree;
  const cascade = createCascade(tree, world);
  if (!cascade.ok) return cascade;
  const styleWarnings: Failure[] = [];
  const fontFaces = loadFonts(cascade.value.fontFaces, world, styleWarnings);
  const build = createBuild(world, cascade.value, pageFonts(world, fontFaces));
  const frame = rootFrame(root, build);
  const box = rootBox(frame, build);
  const pageWarnings: Failure[] = [];
  const pages = pageStyles(cascade.value, frame.node, pageWarnings);
  styleWarnings.unshift(...pageWarnings);
  warnOfFamilies(build, new Set(fontFaces.map(({ family }) => family.toLowerCase())));
  const doubts = [...build.doubtful].flatMap((node) => node.warnings);
  const ofStyle = unique([...cascade.warnings, ...styleWarnings, ...doubts]);
  const all = [...ofStyle, ...build.warnings];
  if (build.failures.length > 0) return failed(build.failures, all);
  const { hasOutOfFlow } = build;
  return success({ root: box, hasOutOfFlow, lines, pages, fontFaces, ...documentFacts(root) }, all);
}

/** The world's fonts with those of the page, made when first asked for; what is wrong with them is told of elsewhere. */
function pageFonts(world: World, rules: readonly FontFaceRule[]): () => FontBook {
  let book: FontBook | null = null;
  return () => (book ??= extended(world.fonts, rules));
}

function extended(fonts: FontBook, rules: readonly FontFaceRule[]): FontBook {
  const outcome = rules.length === 0 ? null : fonts.extend(rules);
  return outcome?.ok ? outcome.value : fonts;
}

/** `html` and `body` are the document itself; their content hangs in its tag. */
function rootFrame(element: Element, build: Build): Frame {
  const position = rootPosition(element);
  const node = styleElement(build.cascade, position, null);
  if (node.warnings.length > 0) build.doubtful.add(node);
  const tag: Tag = { role: 'Document', parent: null, order: 0, properties: null };
  const list = { next: 1, step: 1 } as const;
  return {
    element,
    position,
    node,
    style: node.style,
    tag,
    list: { ...list },
    marker: null,
    depth: 0,
    counters: innerScope(null),
  };
}

function rootBox(frame: Frame, build: Build): BlockBox {
  const { style, tag, element } = frame;
  const contents = style.display === 'none' ? [] : contentsOf(frame, build);
  const children = blockChildren(contents, frame, build);
  return { kind: 'block', style, tag, source: element.source, children, marker: null };
}

/** Families of which none is there: the text is set in the fallback. */
function warnOfFamilies(build: Build, brought: ReadonlySet<string>): void {
  const { fonts } = build.world;
  for (const { families, source } of build.families.values()) {
    if (families.some((family) => brought.has(family.toLowerCase()) || fonts.has(family))) continue;
    const message = `there is no font ${families.map((family) => `"${family}"`).join(', ')}`;
    warn(build, source, message, 'bring it along by @font-face, or name one of the catalogue');
  }
}

/** One declaration may be invalid in many elements: it is told of once. */
function unique(warnings: readonly Failure[]): readonly Failure[] {
  return [
    ...new Map(warnings.map((one) => [`${one.place} ${one.message} ${one.found}`, one])).values(),
  ];
}
