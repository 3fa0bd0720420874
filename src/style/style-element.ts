import type { FontBook } from '../font/font-book.ts';
import type { Cascade } from './cascade.ts';
import { computeStyle } from './compute-style.ts';
import { ROOT_PARENT } from './computed-style.ts';
import { elementShape, matchedBlocks, shapeKey, type ElementShape } from './element-shape.ts';
import { matchesRest } from './match-selector.ts';
import type { IndexedRule } from './rule-index.ts';
import { STYLED_ATTRIBUTES } from './hints.ts';
import type { Selector, Test } from './selector.ts';
import type { StyledNode, Variants } from './style-cache.ts';
import type { TreePosition } from './tree-position.ts';

/** Find or compute the style of an element; `parent` is null for the root. Equal elements share one result. */
export function styleElement(
  cascade: Cascade,
  position: TreePosition,
  parent: StyledNode | null,
): StyledNode {
  const shape = shapeOf(cascade, position);
  const variants = variantsOf(parent?.children ?? cascade.cache.roots, shape, position);
  const key = matchKey(shape.conditional, variants, position);
  const known = variants.nodes.get(key);
  if (known) return known;
  const node = newNode(shape, position, parent, cascade.fonts);
  variants.nodes.set(key, node);
  cascade.cache.count();
  return node;
}

function shapeOf(cascade: Cascade, { element }: TreePosition): ElementShape {
  const { rules, cache } = cascade;
  const shapes = cache.shapes.get(element.name) ?? new Map<string, ElementShape>();
  const key = shapeKey(element, rules);
  const known = shapes.get(key);
  if (known) return known;
  const shape = elementShape(element, rules);
  cache.shapes.set(element.name, shapes.set(key, shape));
  cache.count();
  return shape;
}

/**
 * One styled node stands for one chain of shapes from the root. Rules that ask for names, classes, ids and attributes of
 * ancestors only therefore have one answer for all children of one shape: they are asked once, the others for every element.
 */
function variantsOf(
  children: Map<ElementShape, Variants>,
  shape: ElementShape,
  position: TreePosition,
): Variants {
  const known = children.get(shape);
  if (known) return known;
  const variants = {
    ...settle(shape.conditional, position),
    nodes: new Map<number | string, StyledNode>(),
  };
  children.set(shape, variants);
  return variants;
}

/** More rules than bits in a number: then each is asked every time. */
const BITS = 30;

function settle(rules: readonly IndexedRule[], position: TreePosition): Omit<Variants, 'nodes'> {
  if (rules.length > BITS) return { settled: 0, open: [] };
  let settled = 0;
  const open: number[] = [];
  rules.forEach(({ selector }, bit) => {
    if (!asksAncestorsOnly(selector)) open.push(bit);
    else if (matchesRest(selector, position)) settled |= 1 << bit;
  });
  return { settled, open };
}

function asksAncestorsOnly(selector: Selector): boolean {
  for (let part = selector; ; part = part.left.selector) {
    if (!part.compound.tests.every(isInShape)) return false;
    if (part.left === null) return true;
    if (part.left.combinator !== 'descendant' && part.left.combinator !== 'child') return false;
  }
}

/** Whether two elements of one shape answer a test alike. */
function isInShape(test: Test): boolean {
  if (test.kind !== 'attribute') return false;
  return test.operator === '' || STYLED_ATTRIBUTES.has(test.name);
}

/** Which of the rules match, as bits; as letters where they are too many for one number. */
function matchKey(
  rules: readonly IndexedRule[],
  { settled, open }: Variants,
  position: TreePosition,
): number | string {
  if (rules.length > BITS)
    return rules.map((rule) => (matchesRest(rule.selector, position) ? '1' : '0')).join('');
  let bits = settled;
  for (const bit of open) {
    const rule = rules[bit];
    if (rule && matchesRest(rule.selector, position)) bits |= 1 << bit;
  }
  return bits;
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
  return { ...computed, warnings: [...shape.warnings, ...computed.warnings], children: new Map() };
}
