import { at } from './numbers.ts';
import { NONE, type ElementNumber, type StructureTree } from './structure.ts';

/**
 * Put the kids of an element in document order; the answer is the first. What is painted out of turn (a positioned box) moves
 * to its place; marked content stays behind the element that it followed when it was painted.
 */
export function orderKids(tree: StructureTree, element: ElementNumber): number {
  const { elements, kids } = tree;
  let key = -1;
  for (let kid = at(elements.firstKids, element); kid !== NONE; kid = at(kids.next, kid)) {
    const order = orderOf(tree, kid, key);
    if (order < key) return sortKids(tree, element);
    key = order;
  }
  return at(elements.firstKids, element);
}

/** The order of an element; marked content has that of what came before it. */
function orderOf(tree: StructureTree, kid: number, before: number): number {
  return isElement(tree, kid) ? at(tree.elements.orders, at(tree.kids.values, kid)) : before;
}

function sortKids(tree: StructureTree, element: ElementNumber): number {
  const { elements, kids } = tree;
  const keyed: { readonly kid: number; readonly key: number }[] = [];
  let key = -1;
  for (let kid = at(elements.firstKids, element); kid !== NONE; kid = at(kids.next, kid)) {
    key = orderOf(tree, kid, key);
    keyed.push({ kid, key });
  }
  let next = NONE;
  for (const { kid } of keyed.sort((one, other) => one.key - other.key).reverse()) {
    if (next === NONE) elements.lastKids.values[element] = kid;
    kids.next.values[kid] = next;
    next = kid;
  }
  elements.firstKids.values[element] = next;
  return next;
}

/** Whether a kid is an element. */
export function isElement({ kids }: StructureTree, kid: number): boolean {
  return at(kids.pages, kid) === NONE;
}

/** The elements within an element, in document order. */
export function childrenOf(tree: StructureTree, element: ElementNumber): readonly ElementNumber[] {
  const { kids } = tree;
  const children: ElementNumber[] = [];
  for (let kid = orderKids(tree, element); kid !== NONE; kid = at(kids.next, kid)) {
    if (isElement(tree, kid)) children.push(at(kids.values, kid));
  }
  return children;
}

/** The roots in document order. */
export function rootsInOrder({ elements, roots }: StructureTree): readonly ElementNumber[] {
  return [...roots].sort((one, other) => at(elements.orders, one) - at(elements.orders, other));
}
