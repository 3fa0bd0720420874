// Asks Intl how the usual locales of the package's languages write numbers and days and call countries, for src/node-locales.ts to
// find: a fresh process would have Intl look through all of its locales, a twentieth of the time to the first invoice.
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const LOCALES = wordsOf(`
  en en-001 en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-US en-ZA
  ar ar-AE ar-EG ar-SA de de-AT de-CH de-DE es es-ES es-MX
  fr fr-BE fr-CA fr-CH fr-FR he he-IL it it-CH it-IT ja ja-JP
  ko ko-KR nl nl-BE nl-NL pl pl-PL pt-BR sv sv-FI sv-SE
  zh-CN zh-Hans zh-Hans-CN zh-SG`);

const CURRENCIES = wordsOf(`
  AED AUD BRL CAD CHF CNY CZK DKK EUR EGP GBP ILS INR JPY
  KRW MXN NOK NZD PLN SAR SEK SGD USD ZAR`);

function wordsOf(text) {
  return text.trim().split(/\s+/);
}

/** Write what Intl says of each locale into a file of its own. */
export async function learnLocales(folder) {
  const load = (file) => import(pathToFileURL(`${folder}/${file}`).href);
  const { learnPatterns } = await load('number-formats.js');
  const { dayFormat } = await load('day-format.js');
  const { icu, cldr } = process.versions;
  mkdirSync(`${folder}/locales`);
  for (const locale of LOCALES) {
    const numbers = learnPatterns(locale, CURRENCIES);
    const learnt = {
      icu,
      cldr,
      likely: likelyOf(locale),
      numbers,
      countries: countriesOf(locale),
      days: daysOf(locale, dayFormat),
    };
    writeFileSync(`${folder}/locales/${locale}.json`, JSON.stringify(learnt));
  }
}

function likelyOf(locale) {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  return { language, script, region };
}

/** The pattern of days in words; null where it does not give what Intl gives, as with other figures than 0 to 9. */
function daysOf(locale, dayFormat) {
  const options = { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' };
  const intl = new Intl.DateTimeFormat(locale, options);
  const rangeTo = (...last) => piecesOf(intl.formatRangeToParts(FIRST, dateOf(...last)));
  const pattern = {
    months: MONTHS.map((month) => monthOf(intl.formatToParts(dateOf(2021, month, 11)))),
    day: piecesOf(intl.formatToParts(FIRST)),
    ranges: {
      month: rangeTo(2021, 9, 22),
      year: rangeTo(2021, 10, 22),
      years: rangeTo(2022, 10, 22),
    },
  };
  const format = dayFormat(pattern, () => intl);
  return DAYS.every(
    (day, index) =>
      format.format(day) === intl.format(day) &&
      DAYS.slice(index).every(
        (last) => format.formatRange(day, last) === intl.formatRange(day, last),
      ),
  )
    ? pattern
    : null;
}

const dateOf = (...parts) => new Date(Date.UTC(...parts));
const FIRST = dateOf(2021, 9, 11);
const MONTHS = Array.from({ length: 12 }, (_, month) => month);
/** Days of every month, with one and two digits, in two years. */
const DAYS = MONTHS.concat(MONTHS).flatMap((month, index) =>
  [1, 15].map((day) => dateOf(index < 12 ? 2023 : 2024, month, day + (month % 7))),
);

const monthOf = (parts) => parts.find(({ type }) => type === 'month').value;

function piecesOf(parts) {
  return parts.map(({ type, value, source }) =>
    ['day', 'month', 'year'].includes(type) ? [source === 'endRange' ? 1 : 0, type] : value,
  );
}

function countriesOf(locale) {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  const known = codes.filter((code) => names.of(code) !== undefined);
  return Object.fromEntries(known.map((code) => [code, names.of(code)]));
}
