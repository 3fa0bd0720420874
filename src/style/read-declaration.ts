import type { CssNode, Declaration as DeclarationNode } from 'css-tree';
import generate from 'css-tree/generator';
import { closest, distance } from 'fastest-levenshtein';
import { failure, type Failure } from '../failure.ts';
import { place, type Source } from '../markup/element.ts';
import type { Declaration, Specified, WideKeyword } from './declaration.ts';
import { identifier, type Compute } from './grammar.ts';
import { followsDirection, mirrored } from './logical.ts';
import {
  LONGHAND_BY_KEY,
  LONGHAND_BY_NAME,
  LONGHANDS,
  significant,
  valueNodes,
} from './properties.ts';
import type { PropertyKey } from './property.ts';
import { ALIASES, isProperty, PROPERTY_NAMES, SHORTHAND_BY_NAME } from './shorthands.ts';
import type { Expansion } from './shorthand.ts';
import { isMeaningless, UNSUPPORTED_PROPERTIES } from './unsupported.ts';

/** What became of one declaration. */
export interface Reading {
  readonly declarations: readonly Declaration[];
  readonly warning: Failure | null;
}

/** Read a declaration: shorthands are written out; what is not understood becomes a warning. */
export function readDeclaration(node: DeclarationNode, source: Source): Reading {
  if (node.property.startsWith('--')) return custom(node, source);
  const name = node.property.toLowerCase();
  if (name === 'all') return everything(node, source);
  const text = generate(node.value);
  if (isMeaningless(name, text)) return { declarations: [], warning: null };
  if (!isProperty(name)) return refuse(unknownProperty(name, source));
  const value = specified(name, node.value, text);
  if (!value) return refuse(invalidValue(name, text, source));
  return { declarations: longhands(name, value, source), warning: null };
}

/** `all` takes only words that every property takes (CSS Cascade 5, section 3.2). */
function everything(node: DeclarationNode, source: Source): Reading {
  const nodes = node.value.type === 'Value' ? significant(node.value.children.toArray()) : [];
  const keyword = wideKeyword(nodes);
  if (!keyword) return refuse(invalidValue('all', generate(node.value), source));
  const keys = LONGHANDS.map(({ key }) => key).filter((key) => !UNTOUCHED.has(key));
  const values = new Map(keys.map((key) => [key, { kind: 'wide', keyword } as const]));
  return { declarations: longhands('all', values, source), warning: null };
}

const UNTOUCHED: ReadonlySet<PropertyKey> = new Set(['direction', 'unicodeBidi']);

const refuse = (warning: Failure): Reading => ({ declarations: [], warning });

function custom(node: DeclarationNode, source: Source): Reading {
  const text = node.value.type === 'Raw' ? node.value.value : generate(node.value);
  const declaration = { kind: 'custom', name: node.property, text: text.trim(), source } as const;
  return { declarations: [declaration], warning: null };
}

/** Longhands with what each of them gets. */
type Values = ReadonlyMap<PropertyKey, Specified>;

function specified(name: string, node: CssNode, text: string): Values | null {
  if (/(^|[^\w-])var\(/i.test(text))
    return everyLonghand(name, { kind: 'pending', property: name, text });
  if (node.type !== 'Value') return null;
  const nodes = significant(node.children.toArray());
  const wide = wideKeyword(nodes);
  if (wide) return everyLonghand(name, { kind: 'wide', keyword: wide });
  const values = readValue(name, nodes);
  return values && new Map([...values].map(([key, compute]) => [key, { kind: 'value', compute }]));
}

const WIDE: ReadonlySet<string> = new Set(['inherit', 'initial', 'unset']);

/** The CSS-wide keyword that a value is; null for any other value. */
export function wideKeyword(nodes: readonly CssNode[]): WideKeyword | null {
  const word = nodes.length === 1 ? identifier(nodes[0]) : null;
  return word !== null && WIDE.has(word) ? (word as WideKeyword) : null;
}

function everyLonghand(name: string, value: Specified): Values {
  return new Map(longhandKeys(name).map((key) => [key, value]));
}

function longhandKeys(name: string): readonly PropertyKey[] {
  const canonical = ALIASES.get(name) ?? name;
  const longhand = LONGHAND_BY_NAME.get(canonical);
  return longhand ? [longhand.key] : (SHORTHAND_BY_NAME.get(canonical)?.longhands ?? []);
}

function longhands(name: string, values: Values, source: Source): readonly Declaration[] {
  const follows = followsDirection(name);
  return [...values].map(([key, value]) => ({
    kind: 'longhand',
    key,
    rtlKey: follows ? mirrored(key) : key,
    value,
    source,
  }));
}

/** Read nodes as the value of a longhand or shorthand; a shorthand's missing longhands are initial. */
export function readValue(name: string, nodes: readonly CssNode[]): Expansion | null {
  const canonical = ALIASES.get(name) ?? name;
  const longhand = LONGHAND_BY_NAME.get(canonical);
  if (longhand) {
    const value = longhand.grammar.read(nodes);
    return value && new Map([[longhand.key, value]]);
  }
  const shorthand = SHORTHAND_BY_NAME.get(canonical);
  const values = shorthand?.read(nodes);
  if (!shorthand || !values) return null;
  return new Map(shorthand.longhands.map((key) => [key, values.get(key) ?? initialOf(key)]));
}

function initialOf(key: PropertyKey): Compute<unknown> {
  const longhand = LONGHAND_BY_KEY.get(key);
  if (!longhand) throw new Error(`${key} is not in the registry`);
  return longhand.initialValue;
}

/** Read text, var() already replaced, as the value of a property. */
export function readText(name: string, text: string): Expansion | WideKeyword | null {
  const nodes = valueNodes(text);
  return nodes && (wideKeyword(nodes) ?? readValue(name, nodes));
}

function unknownProperty(name: string, source: Source): Failure {
  const advice = UNSUPPORTED_PROPERTIES.get(name.replace(/^-[a-z]+-/, ''));
  const message = advice ? `the property ${name} is not supported` : `unknown property ${name}`;
  const near = closest(name, PROPERTY_NAMES);
  const hint = advice ?? (distance(name, near) <= 3 ? `did you mean ${near}?` : null);
  return failure('style', place(source), message, { found: name, hint });
}

/** Say what a property takes and what was written. */
export function invalidValue(name: string, text: string, source: Source): Failure {
  const canonical = ALIASES.get(name) ?? name;
  const syntax = (LONGHAND_BY_NAME.get(canonical)?.grammar ?? SHORTHAND_BY_NAME.get(canonical))
    ?.syntax;
  return failure('style', place(source), `invalid value for ${name}`, {
    expected: syntax ?? null,
    found: text.slice(0, 200),
    hint: nearWord(text, syntax ?? ''),
  });
}

function nearWord(text: string, syntax: string): string | null {
  const words = syntax.match(/(?<![<\w-])[a-z][a-z-]+(?![\w(>-])/g) ?? [];
  const near = words.length > 0 && text.length < 40 ? closest(text, words) : '';
  return near !== '' && distance(text, near) <= 2 ? `did you mean ${near}?` : null;
}
