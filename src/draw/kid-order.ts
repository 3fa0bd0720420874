import { at } from './numbers.ts';
import { NONE, type ElementNumber, type StructureTree } from './structure.ts';

/**
 * The kids of an element, by number, in document order. What is painted out of turn (a positioned box) moves to its place;
 * marked content stays behind the element that it followed when it was painted.
 */
export function kidsInOrder(tree: StructureTree, element: ElementNumber): readonly number[] {
  const { elements, kids } = tree;
  const found: number[] = [];
  const keys: number[] = [];
  let key = -1;
  let sorted = true;
  for (let kid = at(elements.firstKids, element); kid !== NONE; kid = at(kids.next, kid)) {
    const order = isElement(tree, kid) ? at(elements.orders, at(kids.values, kid)) : key;
    sorted &&= order >= key;
    key = order;
    found.push(kid);
    keys.push(key);
  }
  if (sorted) return found;
  const keyed = found.map((kid, index) => ({ kid, key: keys[index] ?? 0 }));
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
