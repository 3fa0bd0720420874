import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkWords } from '../../src/view/check-words.ts';
import { formatDay, formatLocalDay } from '../../src/view/date-formats.ts';
import { sayCount } from '../../src/view/say.ts';
import { decimal } from '../../src/money/decimal.ts';
import { formatAmount } from '../../src/money/format-money.ts';
import { loadMessages } from '../../src/view/messages.ts';
import { templateWorld } from '../template/template-world.ts';
import { wordsOf } from './build-invoice.ts';

const LANGUAGES = readdirSync('templates/shared/messages').map((file) => file.slice(0, -5));

test('there are fourteen languages', () => {
  expect(LANGUAGES.join(' ')).toBe('ar de en es fr he it ja ko nl pl pt-BR sv zh-Hans');
});

test.each(LANGUAGES)('%s has every word that English has, and every plural form', (locale) => {
  expect(loadMessages(templateWorld(), { locale }).warnings).toEqual([]);
});

test.each(LANGUAGES)('%s has no other placeholders than English', (language) => {
  const english = wordsOf('en');
  const strange = Object.entries(wordsOf(language)).filter(([key, word]) => {
    const known = english[key] ?? english[key.replace(/[^.]+$/, 'other')] ?? '';
    return (word.match(/\{\w*\}?/g) ?? []).some((hole) => !known.includes(hole));
  });
  expect(strange).toEqual([]);
});

test.each(LANGUAGES)('%s uses the forms that Intl.PluralRules chooses', (locale) => {
  const outcome = loadMessages(templateWorld(), { locale });
  if (!outcome.ok) throw new Error('no words');
  for (const count of [1, 2, 3, 5, 11, 21, 100]) {
    const said = sayCount(outcome.value, 'interval.month', count);
    expect(said).not.toMatch(/^$|\{/);
    if (count > 10) expect(said).toContain(String(count));
  }
});

test('Polish counts months in three ways', () => {
  const outcome = loadMessages(templateWorld(), { locale: 'pl' });
  if (!outcome.ok) throw new Error('no words');
  const say = (count: number) => sayCount(outcome.value, 'interval.month', count);
  expect([1, 3, 5, 22].map(say)).toEqual([
    'co miesiąc',
    'co 3 miesiące',
    'co 5 miesięcy',
    'co 22 miesiące',
  ]);
});

test('a word that a language lacks is English, with a warning that names it', () => {
  const rest = Object.fromEntries(
    Object.entries(wordsOf('pl')).filter(
      ([key]) => key !== 'draft.mark' && key !== 'interval.day.few',
    ),
  );
  const world = templateWorld({ 'messages/pl.json': JSON.stringify(rest) });
  const outcome = loadMessages(world, { locale: 'pl-PL' });
  expect(outcome.ok && outcome.value.words['draft.mark']).toBe('Draft');
  expect(outcome.warnings.map(({ place }) => place)).toEqual([
    'messages/pl.json:draft.mark',
    'messages/pl.json:interval.day.few',
  ]);
});

test('a word that nobody asks for is found, and a plural form that the language does not have', () => {
  const words = { ...wordsOf('en'), 'due.lable': 'x', 'interval.day.few': 'x', 'status.odd': 'x' };
  const world = templateWorld({ 'messages/en.json': JSON.stringify(words) });
  const places = checkWords(world, 'en', new Set(Object.keys(wordsOf('en')))).map(
    ({ place }) => place,
  );
  expect(places).toEqual(['messages/en.json:due.lable', 'messages/en.json:interval.day.few']);
});

test('labels are said in two languages, sentences in one', () => {
  const outcome = loadMessages(templateWorld(), { locale: 'ar', secondLocale: 'en' });
  if (!outcome.ok) throw new Error('no words');
  const { words } = outcome.value;
  expect(words['document.title']).toBe('فاتورة\u00a0/ Invoice');
  expect(words['note.rounding']).not.toContain('Rounding');
  expect(words['total.item']).not.toContain('Total');
});

test('moments are told in the customer’s zone, billing days in UTC', () => {
  const outcome = loadMessages(templateWorld(), { locale: 'en-GB', timeZone: 'Asia/Tokyo' });
  if (!outcome.ok) throw new Error('no words');
  const evening = Date.UTC(2025, 9, 31, 20) / 1000;
  const { dates } = outcome.value;
  expect([formatDay(evening, dates), formatLocalDay(evening, dates)]).toEqual([
    '31 October 2025',
    '1 November 2025',
  ]);
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
  const outcome = loadMessages(templateWorld(), { locale: 'fa-IR' });
  if (!outcome.ok) throw new Error(outcome.failures[0]?.message);
  const { locale, dates } = outcome.value;
  expect([locale, dates.day.format(0)]).toEqual(['en-001', '1 January 1970']);
  const finnish = loadMessages(templateWorld(), { locale: 'fi' });
  expect(finnish.ok && formatAmount(decimal(1234.5), finnish.value.numbers, 2)).toBe(
    '1\u00a0234,50',
  );
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
