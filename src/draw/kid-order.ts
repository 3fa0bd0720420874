import { at } from './numbers.ts';
import { NONE, type ElementNumber, type StructureTree } from './structure.ts';

/**
 * The kids of an element, by number, in document order. What is painted out of turn (a positioned box) moves to its place;
 * marked content stays behind the element that it followed when it was painted.
 */
export function kidsInOrder(tree: StructureTree, element: ElementNumber): readonly number[] {
  const { elements, kids } = tree;
  const found: number[] = [];
  let key = -1;
  let sorted = true;
  for (let kid = at(elements.firstKids, element); kid !== NONE; kid = at(kids.next, kid)) {
    const order = orderOf(tree, kid, key);
    if (order < key) sorted = false;
    key = order;
    found.push(kid);
  }
  return sorted ? found : sortKids(tree, found);
}

/** The order of an element; marked content has that of what came before it. */
function orderOf(tree: StructureTree, kid: number, before: number): number {
  return isElement(tree, kid) ? at(tree.elements.orders, at(tree.kids.values, kid)) : before;
}

function sortKids(tree: StructureTree, kids: readonly number[]): readonly number[] {
  let key = -1;
  const keyed = kids.map((kid) => ({ kid, key: (key = orderOf(tree, kid, key)) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ kid }) => kid);
}

/** Whether a kid is an element. */
export function isElement({ kids }: StructureTree, kid: number): boolean {
  return at(kids.pages, kid) === NONE;
}

/** The elements within an element, in document order. */
export function childrenOf(tree: StructureTree, element: ElementNumber): readonly ElementNumber[] {
  const children: ElementNumber[] = [];
  for (const kid of kidsInOrder(tree, element)) {
    if (isElement(tree, kid)) children.push(at(tree.kids.values, kid));
  }
  return children;
}

/** The roots in document order. */
export function rootsInOrder({ elements, roots }: StructureTree): readonly ElementNumber[] {
  return [...roots].sort((one, other) => at(elements.orders, one) - at(elements.orders, other));
}
