import { expect, test } from 'vitest';
import { LazyRun } from '../../src/font/lazy-run.ts';
import { face, INTER } from './fonts.ts';

test('a run that is measured asks for no glyphs; one that is read asks for those of its text', () => {
  const asked: string[] = [];
  const read = (text: string) => {
    asked.push(text);
    return { glyphs: [7], advances: [500], offsets: null, clusters: [0], width: 500 };
  };
  const run = new LazyRun({ face: face(INTER), direction: 'ltr', read, plain: read }, '1', 500);
  expect([run.width, run.text, run.direction]).toEqual([500, '1', 'ltr']);
  expect(asked).toEqual([]);
  expect([run.glyphs, run.advances, run.clusters, run.offsets]).toEqual([[7], [500], [0], null]);
  expect(run.plain?.advances).toEqual([500]);
  expect(new Set(asked)).toEqual(new Set(['1']));
});
