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
      const tree = find(css) as StyleTree | null;
      if (tree !== null) listChildren(tree);
      return tree;
    },
  };
}

/** Make lists of all children, as the parser has them: css-tree's own convertor takes four times as long for it. */
function listChildren(node: object): void {
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null || key === 'loc') continue;
    if (Array.isArray(value)) for (const child of value as object[]) listChildren(child);
    else listChildren(value);
    if (key === 'children') Object.assign(node, { children: new List().fromArray(value as []) });
  }
}

function readTrees(file: URL): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'latin1').split('\n');
  return new Map(lines.map((line) => [line.slice(0, DIGITS), line.slice(DIGITS + 1)]));
}

/** Hexadecimal digits of a SHA-256. */
const DIGITS = 64;
