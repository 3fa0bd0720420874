import { at } from './numbers.ts';
import { kidsOf, type ElementNumber, type Kid, type StructureTree } from './structure.ts';

/**
 * The kids of an element in document order. What is painted out of turn (a positioned box) moves to its place; marked content
 * stays behind the element that it followed when it was painted.
 */
export function kidsInOrder(tree: StructureTree, element: ElementNumber): readonly Kid[] {
  const kids = kidsOf(tree, element);
  return isInOrder(tree, kids) ? kids : sorted(tree, kids);
}

function isInOrder(tree: StructureTree, kids: readonly Kid[]): boolean {
  let key = -1;
  for (const kid of kids) {
    const order = orderOf(tree, kid, key);
    if (order < key) return false;
    key = order;
  }
  return true;
}

/** The order of an element; marked content has that of what came before it. */
function orderOf(tree: StructureTree, kid: Kid, before: number): number {
  return isElement(kid) ? at(tree.elements.orders, kid) : before;
}

function sorted(tree: StructureTree, kids: readonly Kid[]): readonly Kid[] {
  let key = -1;
  const keyed = kids.map((kid) => {
    key = orderOf(tree, kid, key);
    return { kid, key };
  });
  return keyed.sort((one, other) => one.key - other.key).map(({ kid }) => kid);
}

/** Whether a kid is an element. */
export function isElement(kid: Kid): kid is ElementNumber {
  return kid > 0;
}

/** The elements within an element, in document order. */
export function childrenOf(tree: StructureTree, element: ElementNumber): readonly ElementNumber[] {
  return kidsInOrder(tree, element).filter(isElement);
}

/** The roots in document order. */
export function rootsInOrder({ elements, roots }: StructureTree): readonly ElementNumber[] {
  return [...roots].sort((one, other) => at(elements.orders, one) - at(elements.orders, other));
}
