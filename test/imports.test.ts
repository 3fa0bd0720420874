import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = 'src';
const ANYWHERE = new Set([
  'node-fonts',
  'pipeline',
  'statement',
  'way',
  'press',
  'node-world',
  'syntax-trees',
  'node-locales',
  'main',
  'program',
  'index',
  'cli',
  'version',
]);

/** The table of ARCHITECTURE.md: folder to what it may import. */
function table(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const rows = text
    .slice(text.indexOf('<!-- imports -->'), text.indexOf('<!-- /imports -->'))
    .split('\n');
  const cells = rows
    .map((row) => row.split('|').slice(1, 3))
    .filter((row) => /`/.test(row[0] ?? ''));
  return new Map(
    cells.flatMap(([names = '', may = '']) =>
      words(names).map((name) => [name, words(may)] as const),
    ),
  );
}

function words(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

function sources(folder = SOURCE): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path = '']) =>
    normalize(join(dirname(file), path)).slice(SOURCE.length + 1),
  );
}

const folderOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';

function allowed(may: readonly string[], own: string, path: string): boolean {
  return (
    folderOf(path) === own ||
    may.some((name) => (name.endsWith('.ts') ? path === name : folderOf(path) === name))
  );
}

test('every folder imports only what ARCHITECTURE.md allows', () => {
  const rules = table();
  const wrong = sources().flatMap((file) => {
    const own = folderOf(file.slice(SOURCE.length + 1));
    if (ANYWHERE.has(own)) return [];
    const may = rules.get(own);
    if (may === undefined) return [`${file}: ${own} has no row in the table`];
    return importsOf(file)
      .filter((path) => !allowed(may, own, path))
      .map((path) => `${file} imports ${path}`);
  });
  expect(wrong).toEqual([]);
});

test('no row of the table names a file or folder that is gone', () => {
  const there = new Set(
    sources().flatMap((file) => [
      file.slice(SOURCE.length + 1),
      folderOf(file.slice(SOURCE.length + 1)),
    ]),
  );
  const named = [...table()].flatMap(([own, may]) => [own, ...may]);
  expect(named.filter((name) => !there.has(name))).toEqual([]);
});

test('files stay under 250 lines', () => {
  const long = sources().filter((file) => readFileSync(file, 'utf8').split('\n').length > 250);
  expect(long).toEqual([]);
});
