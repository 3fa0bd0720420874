import { expect, test } from 'vitest';
import { loadMessages } from '../../src/view/messages.ts';
import { templateWorld } from '../template/template-world.ts';
import { wordsOf } from './build-invoice.ts';

test('all languages have the same words with the same placeholders', () => {
  const holes = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(
      ([key, word]) => `${key} ${[...word.matchAll(/\{\w+\}/g)].map(String).sort().join()}`,
    );
  expect(holes(wordsOf('de')).sort()).toEqual(holes(wordsOf('en')).sort());
});

test('a locale without a file uses its language', () => {
  const outcome = loadMessages(templateWorld(), { locale: 'de-AT' });
  expect(outcome.ok && [outcome.value.locale, outcome.value.words['document.title']]).toEqual([
    'de-AT',
    'Rechnung',
  ]);
  expect(outcome.warnings).toEqual([]);
});

test('a language without a file is English, with a warning', () => {
  const outcome = loadMessages(templateWorld(), { locale: 'fi' });
  expect(outcome.ok && outcome.value.words['document.title']).toBe('Invoice');
  expect(outcome.warnings).toHaveLength(1);
});

test('where English stands in, dates and the direction are English, numbers the locale’s', () => {
  const outcome = loadMessages(templateWorld(), { locale: 'ar-EG' });
  if (!outcome.ok) throw new Error(outcome.failures[0]?.message);
  const { locale, dates } = outcome.value;
  expect([locale, dates.day.format(0)]).toEqual(['en-001', '1 January 1970']);
  const finnish = loadMessages(templateWorld(), { locale: 'fi' });
  expect(finnish.ok && finnish.value.numbers.plain(2).format(1234.5)).toBe('1\u00a0234,50');
});

test('every missing word is named at once', () => {
  const missing = new Set(['due.label', 'row.rounding']);
  const rest = Object.fromEntries(
    Object.entries(wordsOf('en')).filter(([key]) => !missing.has(key)),
  );
  const outcome = loadMessages(templateWorld({ 'messages/en.json': JSON.stringify(rest) }), {
    locale: 'en',
  });
  expect(!outcome.ok && outcome.failures.map(({ place }) => place)).toEqual([
    'messages/en.json:due.label',
    'messages/en.json:row.rounding',
  ]);
});

test.each(['../../etc/passwd', '', 'x'.repeat(500)])('no locale: %s', (locale) => {
  expect(loadMessages(templateWorld(), { locale }).ok).toBe(false);
});

test.each(['[]', '{', '"words"', '{"due.label": 5}'])('no words: %s', (text) => {
  expect(loadMessages(templateWorld({ 'messages/en.json': text }), { locale: 'en' }).ok).toBe(
    false,
  );
});
