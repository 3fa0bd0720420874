import { at, setAt } from './numbers.ts';
import {
  firstKid,
  kidAfter,
  NONE,
  setNext,
  type ElementNumber,
  type Kid,
  type StructureTree,
} from './structure.ts';

/**
 * Put the kids of an element in document order. What is painted out of turn (a positioned box) moves to its place; marked
 * content stays behind the element that it followed when it was painted.
 */
export function orderKids(tree: StructureTree, element: ElementNumber): void {
  let key = -1;
  for (let kid = firstKid(tree, element); kid !== NONE; kid = kidAfter(tree, element, kid)) {
    const order = orderOf(tree, kid, key);
    if (order < key) return sortKids(tree, element);
    key = order;
  }
}

/** The order of an element; marked content has that of what came before it. */
function orderOf(tree: StructureTree, kid: Kid, before: number): number {
  return isElement(kid) ? at(tree.elements.orders, kid) : before;
}

function sortKids(tree: StructureTree, element: ElementNumber): void {
  const keyed: { readonly kid: Kid; readonly key: number }[] = [];
  let key = -1;
  for (let kid = firstKid(tree, element); kid !== NONE; kid = kidAfter(tree, element, kid)) {
    key = orderOf(tree, kid, key);
    keyed.push({ kid, key });
  }
  keyed.sort((one, other) => one.key - other.key);
  let last = keyed.at(-1)?.kid ?? NONE;
  setAt(tree.elements.lastKids, element, last);
  for (const { kid } of keyed) {
    setNext(tree, last, kid);
    last = kid;
  }
}

/** Whether a kid is an element. */
export function isElement(kid: Kid): kid is ElementNumber {
  return kid > 0;
}

/** The elements within an element, in document order. */
export function childrenOf(tree: StructureTree, element: ElementNumber): readonly ElementNumber[] {
  const children: ElementNumber[] = [];
  orderKids(tree, element);
  for (let kid = firstKid(tree, element); kid !== NONE; kid = kidAfter(tree, element, kid)) {
    if (isElement(kid)) children.push(kid);
  }
  return children;
}

/** The roots in document order. */
export function rootsInOrder({ elements, roots }: StructureTree): readonly ElementNumber[] {
  return [...roots].sort((one, other) => at(elements.orders, one) - at(elements.orders, other));
}
