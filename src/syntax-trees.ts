import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { List } from 'css-tree/utils';
import type { StyleTree, SyntaxTree, World } from './world.ts';

/**
 * The trees that the build made of the package's templates and style sheets, in ASCII, each in a line after the digest of what it
 * was made of. The file is read when the first tree is asked for; without it there are none.
 */
export function openSyntaxTrees(file: URL): Pick<World, 'syntaxTree' | 'styleTree'> {
  let trees: ReadonlyMap<string, string> | null = null;
  const find = (text: Uint8Array | string): unknown => {
    trees ??= readTrees(file);
    const tree = trees.get(createHash('sha256').update(text).digest('hex'));
    return tree === undefined ? null : JSON.parse(tree);
  };
  return {
    syntaxTree: (bytes) => find(bytes) as SyntaxTree | null,
    styleTree: (css) => {
      const tree = find(css) as Tree | null;
      if (tree !== null) listChildren(tree);
      return tree as StyleTree | null;
    },
  };
}

/** Make lists of all children, as the parser has them: css-tree's own convertor takes six times as long for it. */
function listChildren(node: Tree): void {
  for (const key in node) {
    const value = node[key];
    if (typeof value !== 'object' || value === null || key === 'loc') continue;
    if (!Array.isArray(value)) listChildren(value as Tree);
    else {
      for (const child of value as Tree[]) listChildren(child);
      node[key] = new List().fromArray(value);
    }
  }
}

type Tree = Record<string, unknown>;

function readTrees(file: URL): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'latin1').split('\n');
  return new Map(lines.map((line) => [line.slice(0, DIGITS), line.slice(DIGITS + 1)]));
}

/** Hexadecimal digits of a SHA-256. */
const DIGITS = 64;
