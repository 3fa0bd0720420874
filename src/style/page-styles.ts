import type { Failure } from '../failure.ts';
import type { Edges, Size } from '../geometry.ts';
import type { Cascade } from './cascade.ts';
import { computeStyle } from './compute-style.ts';
import type { ComputedStyle } from './computed-style.ts';
import type { Block } from './declaration.ts';
import type { Context } from './grammar.ts';
import type { MarginBoxName, MarginBoxStyle, PageStyle, PageStyles } from './page-style.ts';
import { parseStyleAttribute } from './parse-sheet.ts';
import type { PageRule } from './sheet.ts';
import type { StyleCache } from './style-cache.ts';
import type { Length, Style } from './style.ts';
import { usedLength } from './used-length.ts';

/** Margin boxes with the alignment that they start with (CSS Paged Media 3, section 5.3). */
const ALIGNMENT: Readonly<Record<MarginBoxName, 'left' | 'center' | 'right'>> = {
  'top-left-corner': 'right',
  'top-left': 'left',
  'top-center': 'center',
  'top-right': 'right',
  'top-right-corner': 'left',
  'bottom-left-corner': 'right',
  'bottom-left': 'left',
  'bottom-center': 'center',
  'bottom-right': 'right',
  'bottom-right-corner': 'left',
};

const NAMES = Object.keys(ALIGNMENT) as readonly MarginBoxName[];

const DEFAULTS = {
  left: defaults('left'),
  center: defaults('center'),
  right: defaults('right'),
};

function defaults(alignment: string): Block {
  const css = `text-align: ${alignment}; vertical-align: middle`;
  return parseStyleAttribute({ css, source: { file: 'browser.css', line: 1, column: 1 } }, []);
}

/** What `@page` rules come to; pages inherit from the root element (CSS Paged Media 3, section 6). */
export function pageStyles(
  { pages: rules, cache }: Pick<Cascade, 'pages' | 'cache'>,
  root: ComputedStyle,
  warnings: Failure[],
): PageStyles {
  const general = rules.filter((rule) => !rule.first);
  const rest = pageStyle({ rules: general, cache, warnings }, root);
  if (general.length === rules.length) return { first: rest, rest };
  const special = rules.filter((rule) => rule.first);
  return { first: pageStyle({ rules: [...general, ...special], cache, warnings }, root), rest };
}

/** The rules for one kind of page. */
interface PageRules {
  readonly rules: readonly PageRule[];
  readonly cache: StyleCache;
  readonly warnings: Failure[];
}

function pageStyle(of: PageRules, root: ComputedStyle): PageStyle {
  const { rules, cache, warnings } = of;
  const blocks = rules.map((rule) => rule.block);
  const page = rememberedStyle(blocks, root, cache);
  const { fontSize, color } = page.style;
  const { rootFontSize } = page;
  const context = { parent: root.style, fontSize, color, rootFontSize, face: () => null };
  const size = sizeOf(rules, context);
  const boxes = rules.flatMap((rule) => rule.boxes);
  const asked = NAMES.filter((name) => boxes.some((box) => box.name === name));
  const marginBoxes = asked.flatMap((name) => {
    const named = boxes.filter((box) => box.name === name);
    return marginBox(name, named, page, of);
  });
  warnings.push(...page.warnings);
  return { size, margin: marginOf(page.style, size), marginBoxes };
}

/** Pages of one root that are remembered; a page has ten margin boxes. */
const MOST_STYLES = 16;

/** Documents of one template have pages of the same blocks. */
function rememberedStyle(
  blocks: readonly Block[],
  parent: ComputedStyle,
  { pages }: StyleCache,
): ComputedStyle {
  const known = pages.get(parent) ?? [];
  const found = known.find((each) => isSameList(each.blocks, blocks));
  if (found !== undefined) return found.computed;
  const computed = computeStyle({ blocks, language: null }, parent, false);
  pages.set(parent, [...known.slice(1 - MOST_STYLES), { blocks, computed }]);
  return computed;
}

const isSameList = (some: readonly Block[], others: readonly Block[]): boolean =>
  some.length === others.length && some.every((block, index) => block === others[index]);

const A4: Size = { width: (210 * 96) / 25.4, height: (297 * 96) / 25.4 };

function sizeOf(rules: readonly PageRule[], context: Context): Size {
  return rules.findLast((rule) => rule.size !== null)?.size?.(context) ?? A4;
}

/** Percentages are of the sheet's width and height (CSS Paged Media 3, section 4.2). */
function marginOf(style: Style, { width, height }: Size): Edges {
  return {
    top: used(style.marginTop, height),
    right: used(style.marginRight, width),
    bottom: used(style.marginBottom, height),
    left: used(style.marginLeft, width),
  };
}

const used = (length: Length | 'auto', base: number): number =>
  length === 'auto' ? 0 : usedLength(length, base);

function marginBox(
  name: MarginBoxName,
  boxes: PageRule['boxes'],
  page: ComputedStyle,
  { cache, warnings }: PageRules,
): readonly MarginBoxStyle[] {
  const content = boxes.findLast((box) => box.content !== null)?.content ?? [];
  if (content.length === 0) return [];
  const blocks = [DEFAULTS[ALIGNMENT[name]], ...boxes.map((box) => box.block)];
  const box = rememberedStyle(blocks, page, cache);
  warnings.push(...box.warnings);
  return [{ name, content, style: box.style }];
}
