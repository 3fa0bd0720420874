import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bidiLevels } from '../../src/font/bidi-levels.ts';

const characters = [...'ab1,.%$€ -–()/+:é·#\u00a0', '\u2066', '\u2066', '\u2069', '\u2069'];

/** Half of the texts close what they open. */
function balanced(text: string): string {
  if (text.length % 2 === 0) return text;
  const missing = text.split('\u2066').length - text.split('\u2069').length;
  return `${text}${'\u2069'.repeat(Math.max(0, missing))}.`;
}

test('levels of text with isolates are those of the whole algorithm', () => {
  const bidi = bidiFactory();
  const text = fc
    .array(fc.constantFrom(...characters), { maxLength: 24 })
    .map((some) => balanced(`\u2066${some.join('')}`));
  fc.assert(
    fc.property(text, fc.constantFrom('ltr', 'auto', 'rtl'), (given, direction) => {
      const { levels, paragraphs } = bidi.getEmbeddingLevels(given, direction);
      const bases = paragraphs.map(({ start, level }) => ({ start, level }));
      const found = bidiLevels(given, direction);
      expect({ ...found, levels: [...(found?.levels ?? [])] }).toEqual({
        bases,
        levels: [...levels],
      });
    }),
    { numRuns: 3000 },
  );
});
