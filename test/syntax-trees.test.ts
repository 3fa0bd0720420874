import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { openSyntaxTrees } from '../src/syntax-trees.ts';

const bytes = new TextEncoder().encode('{{number}}\n');

function treesOf(text: string): URL {
  const file = join(mkdtempSync(join(tmpdir(), 'platen-trees-')), 'templates.parsed');
  writeFileSync(file, text);
  return pathToFileURL(file);
}

test('a tree is found by the bytes of its template, and by no others', () => {
  const tree = Handlebars.parse('{{number}}\n');
  const digest = createHash('sha256').update(bytes).digest('hex');
  const find = openSyntaxTrees(treesOf(`${'0'.repeat(64)} 1\n${digest} ${JSON.stringify(tree)}`));
  expect(find(bytes)).toEqual(tree);
  expect(find(new TextEncoder().encode('{{number}}'))).toBeNull();
});

test('where the build left no trees, none is found', () => {
  expect(openSyntaxTrees(new URL('file:///nowhere/templates.parsed'))(bytes)).toBeNull();
});
