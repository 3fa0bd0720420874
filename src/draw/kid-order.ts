import type { Kid } from './structure.ts';

/**
 * Elements in document order. What is painted out of turn (a positioned box) moves to its place; marked content stays
 * behind the element that it followed when it was painted.
 */
export function inOrder(kids: readonly Kid[]): readonly Kid[] {
  let key = -1;
  let sorted = true;
  const keyed = kids.map((kid) => {
    const order = 'tag' in kid ? kid.tag.order : key;
    sorted &&= order >= key;
    key = order;
    return { kid, key };
  });
  if (sorted) return kids;
  return keyed.sort((one, other) => one.key - other.key).map(({ kid }) => kid);
}
