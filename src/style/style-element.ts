import type { Element } from '../markup/element.ts';
import { copiedText } from '../copied-text.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Cascade } from './cascade.ts';
import { computeStyle } from './compute-style.ts';
import { ROOT_PARENT } from './computed-style.ts';
import { elementShape, matchedBlocks, shapeKey, type ElementShape } from './element-shape.ts';
import { matchesRest } from './match-selector.ts';
import { isSettled } from './rule-index.ts';
import type { StyledNode, Variants } from './style-cache.ts';
import type { TreePosition } from './tree-position.ts';

/** Find or compute the style of an element; `parent` is null for the root. Equal elements share one result. */
export function styleElement(
  cascade: Cascade,
  position: TreePosition,
  parent: StyledNode | null,
): StyledNode {
  const shape = shapeOf(cascade, position.element);
  const variants = variantsOf(parent?.children ?? cascade.cache.roots, shape);
  const key = matchKey(variants, position);
  const known = variants.nodes.get(key);
  if (known) return known;
  const node = newNode(shape, position, parent, cascade.fonts);
  variants.nodes.set(key, node);
  cascade.cache.count();
  return node;
}

/** Whether all elements of this one's shape within this parent have one style, wherever they stand among their siblings. */
export function isShared(cascade: Cascade, element: Element, parent: StyledNode): boolean {
  return variantsOf(parent.children, shapeOf(cascade, element)).open.length === 0;
}

function shapeOf(cascade: Cascade, element: Element): ElementShape {
  const { rules, cache, lines } = cascade;
  const shapes = cache.shapes.get(element.name) ?? new Map<string, ElementShape>();
  const key = shapeKey(element, rules);
  const known = shapes.get(key);
  if (known) return known;
  const shape = elementShape(element, rules, lines);
  cache.shapes.set(copiedText(element.name), shapes.set(copiedText(key), shape));
  cache.count();
  return shape;
}

/**
 * One styled node stands for one chain of shapes from the root, and for what the index asks of each of them. Rules that
 * ask for ancestors only therefore have one answer for all children of one shape; the others are asked for every element.
 */
function variantsOf(children: Map<ElementShape, Variants>, shape: ElementShape): Variants {
  const known = children.get(shape);
  if (known) return known;
  const open = shape.conditional.filter(({ selector }) => !isSettled(selector));
  const variants = { open, nodes: new Map<number | string, StyledNode>() };
  children.set(shape, variants);
  return variants;
}

/** More rules than bits in a number are told apart by letters. */
const BITS = 30;

/** Which of the rules that are asked for every element match. */
function matchKey({ open }: Variants, position: TreePosition): number | string {
  if (open.length > BITS) return lettersOf(open, position);
  let bits = 0;
  for (let bit = 0; bit < open.length; bit++) {
    const rule = open[bit];
    if (rule && matchesRest(rule.selector, position)) bits |= 1 << bit;
  }
  return bits;
}

function lettersOf(open: Variants['open'], position: TreePosition): string {
  return open.map((rule) => (matchesRest(rule.selector, position) ? '1' : '0')).join('');
}

function newNode(
  shape: ElementShape,
  position: TreePosition,
  parent: StyledNode | null,
  fonts: FontBook,
): StyledNode {
  const blocks = matchedBlocks(shape, (rule) => matchesRest(rule.selector, position));
  const around = parent ?? { ...ROOT_PARENT, fonts };
  const cascaded = { blocks, language: shape.language };
  const computed = computeStyle(cascaded, around, position.parent === null);
  // Every field by its name: a spread would give each node a shape of its own, and all that read nodes would have to ask.
  return {
    style: computed.style,
    variables: computed.variables,
    rootFontSize: computed.rootFontSize,
    fonts: computed.fonts,
    itemises: computed.itemises,
    inlineLevel: computed.inlineLevel,
    warnings: [...shape.warnings, ...computed.warnings],
    children: new Map(),
  };
}
