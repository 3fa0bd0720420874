import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { learnPatterns } from '../src/money/number-formats.ts';
import { openLocaleFacts } from '../src/node-locales.ts';

const { icu, cldr } = process.versions;
const facts = {
  likely: { language: 'en', script: 'Latn', region: 'GB' },
  numbers: learnPatterns('en-GB', ['EUR']),
  countries: { DE: 'Germany' },
  days: null,
};

function factsOf(versions: object) {
  const folder = mkdtempSync(join(tmpdir(), 'platen-locales-'));
  writeFileSync(join(folder, 'en-GB.json'), JSON.stringify({ ...versions, ...facts }));
  return openLocaleFacts(pathToFileURL(`${folder}/`));
}

test('what was learnt of a locale is found, and nothing of another', () => {
  const find = factsOf({ icu, cldr });
  expect(find('en-GB')).toEqual(facts);
  expect(find('en-US')).toBeNull();
});

test('what another version of ICU said is not taken', () => {
  expect(factsOf({ icu: '1.0', cldr })('en-GB')).toBeNull();
});

test('where the build learnt nothing, nothing is found', () => {
  expect(openLocaleFacts(new URL('file:///nowhere/'))('en-GB')).toBeNull();
});
