import { z } from 'zod';
import { invoiceSchema } from '../../src/invoice/schema.ts';

/** Keys of these objects are data: names of dimensions, starts of tiers. */
const MAPS = new Set(['itemDimensions', 'meteredUnitsPerTier', 'dimensions']);

/** A value within an invoice: its key path, and the keys that lead to it. */
export interface Place {
  readonly path: string;
  readonly keys: readonly (string | number)[];
}

/** Every field of a value, with the elements of lists under one path: `productPlanFees[].cost`. */
export function placesOf(value: unknown, above: Place = { path: '', keys: [] }): readonly Place[] {
  if (Array.isArray(value)) {
    const path = `${above.path}[]`;
    return value.flatMap((each, index) => placesOf(each, { path, keys: [...above.keys, index] }));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (MAPS.has(String(above.keys.at(-1)))) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const path = above.path === '' ? key : `${above.path}.${key}`;
    const place = { path, keys: [...above.keys, key] };
    return [place, ...placesOf(child, place)];
  });
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** Every field that the schema of the wire form knows. */
export function schemaPaths(): readonly string[] {
  const schema = z.toJSONSchema(invoiceSchema, {
    unrepresentable: 'any',
    io: 'input',
    reused: 'inline',
  });
  return [...new Set(nodePaths(schema as Node, ''))];
}

function nodePaths(node: Node, path: string): readonly string[] {
  const inside = Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const below = path === '' ? key : `${path}.${key}`;
    return [below, ...nodePaths(child, below)];
  });
  return [
    ...inside,
    ...(node.items === undefined ? [] : nodePaths(node.items, `${path}[]`)),
    ...(node.anyOf ?? []).flatMap((each) => nodePaths(each, path)),
  ];
}

/** The same invoice with another value at a place. */
export function withValue(invoice: unknown, { keys }: Place, value: unknown): unknown {
  const copy = structuredClone(invoice);
  let at = copy as Record<string | number, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[keys.at(-1) ?? ''] = value;
  return copy;
}

/** The value at a place. */
export function valueAt(invoice: unknown, { keys }: Place): unknown {
  return keys.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    invoice,
  );
}

/** Other values that a field could have. */
export function otherValues(value: unknown): readonly unknown[] {
  switch (typeof value) {
    case 'number':
      return [value + 1, value * 2 + 30, value + 86_400 * 3];
    case 'string':
      return [`${value}x`, 'CHF', 'settled', 'year'];
    case 'boolean':
      return [!value];
    default:
      return value === null
        ? [7, 'seven', 1_759_536_000]
        : [
            { ...(value as object), zz: 7 },
            { ...(value as object), zz: 'seven' },
          ];
  }
}
