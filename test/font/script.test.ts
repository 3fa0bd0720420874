import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptOf, scriptRuns } from '../../src/font/script.ts';

function cut(text: string): string[] {
  return scriptRuns(text).map((run) => `${run.text}:${run.script}`);
}

test.each([
  ['Total: 1,234.56 €', ['Total: 1,234.56 €:Latn']],
  ['12.50', ['12.50:Latn']],
  ['→ ✓', ['→ ✓:Latn']],
  ['', []],
  ['Привет, 12!', ['Привет, 12!:Cyrl']],
  ['12 שלום 34', ['12 שלום 34:Hebr']],
  ['Nr. 5: שלום (ab)', ['Nr. 5: :Latn', 'שלום (:Hebr', 'ab):Latn']],
  ['請求書の明細', ['請求書:Hani', 'の:Hira', '明細:Hani']],
  ['e\u0301ά', ['e\u0301:Latn', 'ά:Grek']],
  ['𐎀a', ['𐎀:Zyyy', 'a:Latn']],
  ['\ud800', ['\ud800:Zyyy']],
])('%j', (text, runs) => {
  expect(cut(text)).toEqual(runs);
});

test('the runs lie end to end and neighbours differ', () => {
  const unit = fc.constantFrom(...'aя字ひب ,1\u0301\ud800𐎀');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1 }), (text) => {
      const runs = scriptRuns(text);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const [index, run] of runs.entries()) {
        expect(text.slice(run.start, run.end)).toBe(run.text);
        expect(run.script).not.toBe(runs[index + 1]?.script);
      }
    }),
    { seed: 3 },
  );
});

test('a character has a script or Zyyy', () => {
  expect(['a', 'ب', '1', '\u0301', '𐎀'].map(scriptOf)).toEqual([
    'Latn',
    'Arab',
    'Zyyy',
    'Zyyy',
    'Zyyy',
  ]);
});
