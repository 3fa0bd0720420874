import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import type { Compute } from './grammar.ts';
import { BORDER_PROPERTIES } from './properties/border.ts';
import { BOX_PROPERTIES } from './properties/box.ts';
import { CONTENT_PROPERTIES } from './properties/content.ts';
import { FLEX_PROPERTIES } from './properties/flex.ts';
import { FONT_PROPERTIES } from './properties/font.ts';
import { GRID_PROPERTIES } from './properties/grid.ts';
import { POSITION_PROPERTIES } from './properties/position.ts';
import { BREAK_PROPERTIES, TABLE_PROPERTIES } from './properties/table.ts';
import { LIST_PROPERTIES, TEXT_PROPERTIES } from './properties/text.ts';
import { cssName, type Property, type PropertyGroup, type PropertyKey } from './property.ts';

/** Every longhand property. A property that is not in here does not exist; the type asks for each field of `Style`. */
const PROPERTIES: PropertyGroup<PropertyKey> = {
  ...POSITION_PROPERTIES,
  ...BOX_PROPERTIES,
  ...BORDER_PROPERTIES,
  ...FLEX_PROPERTIES,
  ...GRID_PROPERTIES,
  ...FONT_PROPERTIES,
  ...TEXT_PROPERTIES,
  ...CONTENT_PROPERTIES,
  ...TABLE_PROPERTIES,
  ...LIST_PROPERTIES,
  ...BREAK_PROPERTIES,
};

/** A registry entry ready for use, whatever its type. */
export interface Longhand extends Property<unknown> {
  readonly key: PropertyKey;
  /** `margin-top`. */
  readonly name: string;
  readonly initialValue: Compute<unknown>;
}

/** Parse the text of a value into its nodes; null where CSS cannot even be tokenised so. */
export function valueNodes(text: string): readonly CssNode[] | null {
  const errors: string[] = [];
  const onParseError = (error: Error): unknown => errors.push(error.message);
  try {
    const ast = parse(text, { context: 'value', onParseError });
    return ast.type === 'Value' && errors.length === 0 ? significant(ast.children.toArray()) : null;
  } catch {
    // A bracket that closes nothing is thrown, not reported.
    return null;
  }
}

/** Nodes without the white space and comments between them. */
export function significant(nodes: readonly CssNode[]): readonly CssNode[] {
  return nodes.filter((node) => node.type !== 'WhiteSpace' && node.type !== 'Comment');
}

function longhand(key: PropertyKey): Longhand {
  const property: Property<unknown> = PROPERTIES[key];
  const initialValue = property.grammar.read(valueNodes(property.initial) ?? []);
  if (!initialValue) throw new Error(`the initial value of ${key} is not in its grammar`);
  return { ...property, key, name: cssName(key), initialValue };
}

/** All longhand properties, in the order of `Style`'s groups. */
export const LONGHANDS: readonly Longhand[] = (Object.keys(PROPERTIES) as PropertyKey[]).map(
  longhand,
);

/** Longhand properties by key. */
export const LONGHAND_BY_KEY: ReadonlyMap<PropertyKey, Longhand> = new Map(
  LONGHANDS.map((entry) => [entry.key, entry]),
);

/** Longhand properties by CSS name. */
export const LONGHAND_BY_NAME: ReadonlyMap<string, Longhand> = new Map(
  LONGHANDS.map((entry) => [entry.name, entry]),
);
