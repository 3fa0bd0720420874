import type { Address } from '../config/settings.ts';

/** How the line with the place is written, by country. */
type PlaceLines = (address: Address) => readonly string[];

const POSTAL_CODE_FIRST: PlaceLines = ({ postalCode, city }) => [join(' ', postalCode, city)];

const POSTAL_CODE_FIRST_STATE_IN_BRACKETS: PlaceLines = ({ postalCode, city, state }) => [
  join(' ', postalCode, city, state && `(${state})`),
];

const CITY_STATE_POSTAL_CODE: PlaceLines = ({ postalCode, city, state }) => [
  join(', ', city, join(' ', state, postalCode)),
];

const CITY_THEN_POSTAL_CODE: PlaceLines = ({ postalCode, city, state }) => [
  city,
  state,
  postalCode,
];

const PLACES: ReadonlyMap<string, PlaceLines> = new Map([
  ...['US', 'CA', 'AU'].map((country) => [country, CITY_STATE_POSTAL_CODE] as const),
  ...['GB', 'IE'].map((country) => [country, CITY_THEN_POSTAL_CODE] as const),
  ...['AT', 'BE', 'CH', 'CZ', 'DE', 'DK', 'FI', 'FR', 'LU', 'NL', 'NO', 'PL', 'PT', 'SE'].map(
    (country) => [country, POSTAL_CODE_FIRST] as const,
  ),
  ...['ES', 'IT'].map((country) => [country, POSTAL_CODE_FIRST_STATE_IN_BRACKETS] as const),
]);

const JAPANESE_SCRIPT = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** An address in its country's usual order, one string per line; parts that are missing leave no trace. */
export function addressLines(address: Address, locale: string): readonly string[] {
  const country = countryName(address.country, locale);
  const lines = address.country === 'JP' ? japanese(address) : western(address);
  return [...lines, country].map((line) => line.trim()).filter((line) => line !== '');
}

function western(address: Address): readonly string[] {
  const place = PLACES.get(address.country) ?? elsewhere;
  const lines = place(address);
  const state = address.state;
  const isLost = state !== '' && !lines.some((line) => line.includes(state));
  return [...address.lines, ...lines, isLost ? state : ''];
}

/** From the large to the small in Japanese script, from the small to the large in Latin script. */
function japanese(address: Address): readonly string[] {
  const { lines, postalCode, city, state } = address;
  if (!JAPANESE_SCRIPT.test(`${lines.join('')}${city}${state}`)) {
    return [...lines, ...CITY_STATE_POSTAL_CODE(address)];
  }
  return [postalCode && `〒${postalCode}`, `${state}${city}`, ...lines];
}

function elsewhere({ postalCode, city, state }: Address): readonly string[] {
  return [join(' ', postalCode, city), state];
}

function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter(Boolean).join(separator);
}
