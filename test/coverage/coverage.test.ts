import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { effectsOf, sample } from './effects.ts';
import { placesOf, schemaPaths } from './walk-paths.ts';

/** The fields that Amberflo documents, objects and lists too. */
const documented = JSON.parse(
  readFileSync('test/coverage/key-paths.json', 'utf8'),
) as readonly string[];

/** Where the table says that a field appears, by its path. */
const table: ReadonlyMap<string, string> = new Map(
  [...readFileSync('docs/coverage.md', 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(
    ([, path = '', where = '']) => [path, where.trim()],
  ),
);

const inSamples = new Set(sample.flatMap((each) => placesOf(each)).map(({ path }) => path));

test('every field that is documented, in the samples or in the schema has a row, and no other', () => {
  const known = new Set([...documented, ...inSamples, ...schemaPaths()]);
  expect([...known].filter((path) => !table.has(path))).toEqual([]);
  expect([...table.keys()].filter((path) => !known.has(path))).toEqual([]);
  expect(documented).toHaveLength(178);
});

test('the samples have every documented field', () => {
  expect(documented.filter((path) => !inSamples.has(path))).toEqual([]);
});

const EFFECTS = new Map([
  ['document', { document: true, csv: false }],
  ['csv', { document: false, csv: true }],
  ['document, csv', { document: true, csv: true }],
  ['its fields', { document: false, csv: false }],
  ['–', { document: false, csv: false }],
]);

describe('a change of the field shows where the table says, and nowhere else', () => {
  test.each([...table].filter(([path]) => inSamples.has(path)))('%s: %s', (path, where) => {
    expect(effectsOf(path)).toEqual(EFFECTS.get(where));
  });
});
