import type { Cascade } from './cascade.ts';
import { computeStyle } from './compute-style.ts';
import { ROOT_PARENT } from './computed-style.ts';
import { elementShape, matchedBlocks, shapeKey, type ElementShape } from './element-shape.ts';
import { matchesRest } from './match-selector.ts';
import type { IndexedRule } from './rule-index.ts';
import type { StyledNode } from './style-cache.ts';
import type { TreePosition } from './tree-position.ts';

/** Find or compute the style of an element; `parent` is null for the root. Equal elements share one result. */
export function styleElement(
  cascade: Cascade,
  position: TreePosition,
  parent: StyledNode | null,
): StyledNode {
  const shape = shapeOf(cascade, position);
  const variants = variantsOf(parent?.children ?? cascade.cache.roots, shape);
  const key = matchKey(shape.conditional, position);
  const known = variants.get(key);
  if (known) return known;
  const node = newNode(shape, position, parent);
  variants.set(key, node);
  cascade.cache.count();
  return node;
}

function shapeOf(cascade: Cascade, { element }: TreePosition): ElementShape {
  const { rules, cache } = cascade;
  const shapes = cache.shapes.get(element.name) ?? new Map<string, ElementShape>();
  const key = shapeKey(element, rules.ids.size > 0);
  const known = shapes.get(key);
  if (known) return known;
  const shape = elementShape(element, rules);
  cache.shapes.set(element.name, shapes.set(key, shape));
  cache.count();
  return shape;
}

type Variants = Map<number | string, StyledNode>;

function variantsOf(children: Map<ElementShape, Variants>, shape: ElementShape): Variants {
  const known = children.get(shape);
  if (known) return known;
  const variants: Variants = new Map();
  children.set(shape, variants);
  return variants;
}

/** Which of the rules match, as bits; as letters where they are too many for one number. */
function matchKey(rules: readonly IndexedRule[], position: TreePosition): number | string {
  if (rules.length > 30)
    return rules.map((rule) => (matchesRest(rule.selector, position) ? '1' : '0')).join('');
  let bits = 0;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (rule && matchesRest(rule.selector, position)) bits |= 1 << index;
  }
  return bits;
}

function newNode(
  shape: ElementShape,
  position: TreePosition,
  parent: StyledNode | null,
): StyledNode {
  const blocks = matchedBlocks(shape, (rule) => matchesRest(rule.selector, position));
  const cascaded = { blocks, language: shape.language };
  const computed = computeStyle(cascaded, parent ?? ROOT_PARENT, position.parent === null);
  return { ...computed, warnings: [...shape.warnings, ...computed.warnings], children: new Map() };
}
