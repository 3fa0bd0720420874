import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import parse from 'css-tree/parser';
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
  const text = `${'0'.repeat(64)} 1\n${digest} ${JSON.stringify(tree)}`;
  const { syntaxTree: find } = openSyntaxTrees(treesOf(text));
  expect(find(bytes)).toEqual(tree);
  expect(find(new TextEncoder().encode('{{number}}'))).toBeNull();
});

test('a tree of a style sheet has lists of children, as the parser gives them', () => {
  const css = 'p > :not(b) { margin: 1px 2px }';
  const digest = createHash('sha256').update(css).digest('hex');
  const { styleTree: find } = openSyntaxTrees(treesOf(`${digest} ${JSON.stringify(parse(css))}`));
  expect(find(css)).toEqual(parse(css));
  expect(find(`${css} `)).toBeNull();
});

test('where the build left no trees, none is found', () => {
  const { syntaxTree, styleTree } = openSyntaxTrees(new URL('file:///nowhere/templates.parsed'));
  expect(syntaxTree(bytes)).toBeNull();
  expect(styleTree('p { color: red }')).toBeNull();
});
