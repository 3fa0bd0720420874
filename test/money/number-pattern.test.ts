import { expect, test } from 'vitest';
import { groupLengths, learnPattern } from '../../src/money/number-pattern.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
const regional = ['de-AT', 'de-CH', 'en-IN', 'es-MX', 'fr-CH', 'it-CH', 'pt-PT', 'en-ZA'];
const locales = [...Intl.NumberFormat.supportedLocalesOf(pairs), ...regional];

test('a pattern holds for whole numbers of every length, in every language', () => {
  expect(locales.length).toBeGreaterThan(100);
  for (const locale of locales) {
    const intl = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
    const { grouping } = learnPattern(intl);
    for (let length = 1; length <= 40; length++) {
      const parts = intl.formatToParts('1'.repeat(length) as Intl.StringNumericLiteral);
      const groups = parts.filter(({ type }) => type === 'integer');
      expect(groupLengths(length, grouping), `${locale} ${length}`).toEqual(
        groups.map(({ value }) => value.length),
      );
    }
  }
});
