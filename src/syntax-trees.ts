import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { SyntaxTree, World } from './world.ts';

/**
 * The trees that the build made of the package's templates, in ASCII, each in a line after the digest of what it was made of. The
 * file is read when the first tree is asked for; without it there are none.
 */
export function openSyntaxTrees(file: URL): World['syntaxTree'] {
  let trees: ReadonlyMap<string, string> | null = null;
  return (bytes) => {
    trees ??= readTrees(file);
    const tree = trees.get(createHash('sha256').update(bytes).digest('hex'));
    return tree === undefined ? null : (JSON.parse(tree) as SyntaxTree);
  };
}

function readTrees(file: URL): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'latin1').split('\n');
  return new Map(lines.map((line) => [line.slice(0, DIGITS), line.slice(DIGITS + 1)]));
}

/** Hexadecimal digits of a SHA-256. */
const DIGITS = 64;
