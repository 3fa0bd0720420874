import { expect, test } from 'vitest';
import { readCatalogue } from '../../src/font/catalogue.ts';
import { openFace } from '../../src/font/open-face.ts';
import { catalogue, readFontFile } from './fonts.ts';

/** A letter of each script that the catalogue names. */
const LETTERS: Readonly<Record<string, string>> = {
  Latn: 'Ağ',
  Grek: 'Ω',
  Cyrl: 'Ж',
  Arab: 'ب',
  Hebr: 'ש',
  Deva: 'क',
  Thai: 'ท',
};

const installed = catalogue().families.filter((family) => !family.optional);

test.each(installed.map((family) => [family.family, family] as const))(
  'every face of %s is there, is what it says and covers its scripts',
  (_, entry) => {
    for (const { weight, slant, file } of entry.faces) {
      const bytes = readFontFile(`${entry.package}/${file}`);
      const face = bytes && openFace(bytes, { family: entry.family, weight, slant });
      if (!face?.ok) throw new Error(`${file} cannot be opened`);
      expect(face.warnings).toEqual([]);
      expect(face.value.metrics.italicAngle !== 0).toBe(slant === 'italic');
      for (const script of entry.scripts) {
        for (const letter of LETTERS[script] ?? '?') {
          expect(face.value.covers(letter.codePointAt(0) ?? 0)).toBe(true);
        }
      }
    }
  },
);

test('keys are unique among the faces of the catalogue', () => {
  const keys = installed.flatMap((entry) =>
    entry.faces.map(({ weight, slant, file }) => {
      const bytes = readFontFile(`${entry.package}/${file}`);
      const face = bytes && openFace(bytes, { family: entry.family, weight, slant });
      return face?.ok ? face.value.key : file;
    }),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('a wrong catalogue is refused with every reason', () => {
  const read = readCatalogue({ families: [], fallback: ['A'], languages: {}, generic: 1 });
  expect(read.ok ? [] : read.failures.map(({ place }) => place)).toEqual([
    'fonts/catalogue.json: families',
    'fonts/catalogue.json: generic',
  ]);
});

test('a family that is named but not there is refused', () => {
  const { families, languages } = catalogue();
  const read = readCatalogue({
    families,
    languages,
    fallback: ['Gone'],
    generic: { serif: 'Lost' },
  });
  expect(read.ok ? [] : read.failures.map(({ message }) => message)).toEqual([
    'The font catalogue is wrong: no family "Gone" in "families".',
    'The font catalogue is wrong: no family "Lost" in "families".',
  ]);
});
