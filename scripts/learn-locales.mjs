// Asks Intl how the usual locales of the package's languages write numbers and call countries, for src/node-locales.ts to
// find: a fresh process would have Intl look through all of its locales, a twentieth of the time to the first invoice.
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const LOCALES = [
  ...[
    'en',
    'en-001',
    'en-AU',
    'en-CA',
    'en-GB',
    'en-IE',
    'en-IN',
    'en-NZ',
    'en-SG',
    'en-US',
    'en-ZA',
  ],
  ...['ar', 'ar-AE', 'ar-EG', 'ar-SA', 'de', 'de-AT', 'de-CH', 'de-DE', 'es', 'es-ES', 'es-MX'],
  ...[
    'fr',
    'fr-BE',
    'fr-CA',
    'fr-CH',
    'fr-FR',
    'he',
    'he-IL',
    'it',
    'it-CH',
    'it-IT',
    'ja',
    'ja-JP',
  ],
  ...['ko', 'ko-KR', 'nl', 'nl-BE', 'nl-NL', 'pl', 'pl-PL', 'pt-BR', 'sv', 'sv-FI', 'sv-SE'],
  ...['zh-CN', 'zh-Hans', 'zh-Hans-CN', 'zh-SG'],
];

const CURRENCIES = [
  ...[
    'AED',
    'AUD',
    'BRL',
    'CAD',
    'CHF',
    'CNY',
    'CZK',
    'DKK',
    'EUR',
    'EGP',
    'GBP',
    'ILS',
    'INR',
    'JPY',
  ],
  ...['KRW', 'MXN', 'NOK', 'NZD', 'PLN', 'SAR', 'SEK', 'SGD', 'USD', 'ZAR'],
];

/** Write what Intl says of each locale into a file of its own. */
export async function learnLocales(folder) {
  const { learnPatterns } = await import(pathToFileURL(`${folder}/number-formats.js`).href);
  const { icu, cldr } = process.versions;
  mkdirSync(`${folder}/locales`);
  for (const locale of LOCALES) {
    const numbers = learnPatterns(locale, CURRENCIES);
    const learnt = { icu, cldr, numbers, countries: countriesOf(locale) };
    writeFileSync(`${folder}/locales/${locale}.json`, JSON.stringify(learnt));
  }
}

function countriesOf(locale) {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  const known = codes.filter((code) => names.of(code) !== undefined);
  return Object.fromEntries(known.map((code) => [code, names.of(code)]));
}
