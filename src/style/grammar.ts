import type { CssNode } from 'css-tree';
import type { Color } from '../color.ts';
import type { Face } from '../font/face.ts';
import type { Style } from './style.ts';

/** What a specified value is computed against (CSS Cascade 5, section 4.4). */
export interface Context {
  readonly parent: Style;
  /** px: base of `em`. While `font-size` itself is computed, that of the parent. */
  readonly fontSize: number;
  /** px: base of `rem`. */
  readonly rootFontSize: number;
  /** The first available face, for `ch` and `ex`; null where no fonts are known. */
  readonly face: () => Face | null;
  /** `currentcolor`. While `color` itself is computed, that of the parent. */
  readonly color: Color;
}

/** A specified value: computes to a value of type T. */
export type Compute<T> = (context: Context) => T;

/** One way to write values of type T: CSS nodes in, a specified value or null out. */
export interface Grammar<T> {
  /** For messages and documentation, in the notation of CSS Values 4, section 2. */
  readonly syntax: string;
  read(nodes: readonly CssNode[]): Compute<T> | null;
}

/** A value that depends on nothing. */
export function always<T>(value: T): Compute<T> {
  return () => value;
}

/** A grammar of exactly one node. */
export function one<T>(syntax: string, read: (node: CssNode) => Compute<T> | null): Grammar<T> {
  return {
    syntax,
    read: (nodes) => {
      const [node] = nodes;
      return nodes.length === 1 && node ? read(node) : null;
    },
  };
}

/** A node's identifier in lower case, null for other nodes. */
export function identifier(node: CssNode | undefined): string | null {
  return node?.type === 'Identifier' ? node.name.toLowerCase() : null;
}

/** Whether a node is this operator: `,` or `/`. */
export function isOperator(node: CssNode | undefined, sign: string): boolean {
  return node?.type === 'Operator' && node.value.trim() === sign;
}

/** One of some words, in any case. */
export function keywords<K extends string>(...words: readonly K[]): Grammar<K> {
  const table = new Map<string, Compute<K>>(words.map((word) => [word, always(word)]));
  return one(words.join(' | '), (node) => table.get(identifier(node) ?? '') ?? null);
}

/** Words that stand for values of their own. */
export function named<T>(table: Readonly<Record<string, T>>): Grammar<T> {
  const entries = new Map(Object.entries(table).map(([word, value]) => [word, always(value)]));
  return one(
    [...entries.keys()].join(' | '),
    (node) => entries.get(identifier(node) ?? '') ?? null,
  );
}

/** The first grammar that reads the value. */
export function either<A, B>(first: Grammar<A>, second: Grammar<B>): Grammar<A | B> {
  return {
    syntax: `${first.syntax} | ${second.syntax}`,
    read: (nodes) => first.read(nodes) ?? second.read(nodes),
  };
}

/** A grammar whose computed values are turned into others. */
export function mapped<A, B>(grammar: Grammar<A>, change: (value: A) => B): Grammar<B> {
  return {
    syntax: grammar.syntax,
    read: (nodes) => {
      const compute = grammar.read(nodes);
      return compute && ((context) => change(compute(context)));
    },
  };
}

/** The same grammar under the name that specifications give it. */
export function titled<T>(syntax: string, grammar: Grammar<T>): Grammar<T> {
  return { syntax, read: grammar.read };
}

/** Cut nodes at an operator; empty pieces stay, so that `a,,b` can be refused. */
export function splitAt(nodes: readonly CssNode[], sign: string): readonly (readonly CssNode[])[] {
  const pieces: CssNode[][] = [[]];
  for (const node of nodes) {
    if (isOperator(node, sign)) pieces.push([]);
    else pieces.at(-1)?.push(node);
  }
  return pieces;
}

/** Compute every member of a list; null where one of them could not be read. */
export function all<T>(parts: readonly (Compute<T> | null)[]): Compute<readonly T[]> | null {
  const known = parts.filter((part) => part !== null);
  if (known.length !== parts.length) return null;
  return (context) => known.map((part) => part(context));
}
