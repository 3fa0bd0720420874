import type { CssNode } from 'css-tree';
import type { Compute } from './grammar.ts';
import { LONGHAND_BY_KEY } from './properties.ts';
import type { PropertyKey } from './property.ts';

/** What a shorthand says of its longhands; those it leaves out get their initial values. */
export type Expansion = ReadonlyMap<PropertyKey, Compute<unknown>>;

/** A property that sets several others (CSS Cascade 5, section 3). */
export interface Shorthand {
  readonly name: string;
  readonly syntax: string;
  readonly longhands: readonly PropertyKey[];
  read(nodes: readonly CssNode[]): Expansion | null;
}

/** Read nodes as the value of one longhand. */
export function readLonghand(key: PropertyKey, nodes: readonly CssNode[]): Compute<unknown> | null {
  return LONGHAND_BY_KEY.get(key)?.grammar.read(nodes) ?? null;
}

/** One to four values for top, right, bottom, left: `margin`, `padding`, `border-color`. */
export function fourSides(
  name: string,
  syntax: string,
  sides: readonly [PropertyKey, PropertyKey, PropertyKey, PropertyKey],
): Shorthand {
  const read = (nodes: readonly CssNode[]): Expansion | null => {
    const [top, right = top, bottom = top, left = right] = nodes;
    if (!top || !right || !bottom || !left || nodes.length > 4) return null;
    const values = [top, right, bottom, left];
    return expansion(
      sides.map((key, index) => [key, readLonghand(key, values.slice(index, index + 1))]),
    );
  };
  return { name, syntax: `[ ${syntax} ]{1,4}`, longhands: sides, read };
}

/** One or two values: `gap`, `overflow`; the second is the first where it is left out. */
export function pair(
  name: string,
  syntax: string,
  keys: readonly [PropertyKey, PropertyKey],
): Shorthand {
  const read = (nodes: readonly CssNode[]): Expansion | null => {
    const [first, second = first, more] = nodes;
    if (!first || !second || more) return null;
    return expansion([
      [keys[0], readLonghand(keys[0], [first])],
      [keys[1], readLonghand(keys[1], [second])],
    ]);
  };
  return { name, syntax: `[ ${syntax} ]{1,2}`, longhands: keys, read };
}

/** Values in any order, each at most once: `border-top`, `list-style`, `flex-flow`. Each goes to the first group that reads it. */
export function anyOrder(
  name: string,
  syntax: string,
  groups: readonly (readonly PropertyKey[])[],
): Shorthand {
  const read = (nodes: readonly CssNode[]): Expansion | null => {
    const values = new Map<PropertyKey, Compute<unknown>>();
    for (const node of nodes) {
      const group = groups.find(([key]) => key && !values.has(key) && readLonghand(key, [node]));
      if (!group) return null;
      for (const [key, value] of expansion(group.map((key) => [key, readLonghand(key, [node])])) ??
        [])
        values.set(key, value);
    }
    return nodes.length === 0 ? null : values;
  };
  return { name, syntax, longhands: groups.flat(), read };
}

/** The map of values; null where one of them could not be read. */
export function expansion(
  entries: readonly (readonly [PropertyKey, Compute<unknown> | null])[],
): Expansion | null {
  const values = new Map<PropertyKey, Compute<unknown>>();
  for (const [key, value] of entries) {
    if (!value) return null;
    values.set(key, value);
  }
  return values;
}
