import { formatAddress } from 'localized-address-format';
import type { Address } from '../config/settings.ts';

/** Scripts that write an address from the large to the small. */
const EAST_ASIAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** Who reads an address. */
export interface AddressReader {
  /** BCP 47. */
  readonly locale: string;
  readonly countryName: (code: string) => string;
  /** Country of the other party: the own country is not named within it. Empty where it is not known. */
  readonly home: string;
}

/**
 * An address in its country's order, one string per line; parts that are missing leave no trace, and no part is lost
 * because its country usually has none. Abroad the country stands last, in capitals, in the reader's language.
 */
export function addressLines(address: Address, reader: AddressReader): readonly string[] {
  const { country } = address;
  const isAbroad = country !== '' && country !== reader.home;
  const area = areaOf(address);
  const lines = [...write(address, area), ...lostParts(address, area)];
  const local = isAbroad ? lines : lines.map((line) => withoutPrefix(line, country));
  const last = isAbroad ? [countryLine(country, reader)] : [];
  return [...local, ...last].map((line) => line.trim()).filter((line) => line !== '');
}

/** The region, with the city before it where the country's format knows regions only. */
function areaOf(address: Address): string {
  const { city, state } = address;
  if (city === '' || printsPart(address, state, city)) return state;
  return isEastAsian(address) ? `${state}${city}` : join(', ', city, state);
}

function write(
  address: Address,
  administrativeArea: string,
  eastAsian = isEastAsian(address),
): readonly string[] {
  const { country, city, lines } = address;
  const parts = {
    postalCountry: country,
    addressLines: lines.filter((line) => line !== ''),
    locality: city,
    postalCode: withoutPrefix(address.postalCode, country),
    administrativeArea,
  };
  return formatAddress(parts, eastAsian ? 'local' : 'latin');
}

/** What the country's format has no place for follows on lines of its own. */
function lostParts(address: Address, area: string): readonly string[] {
  const { city, state, country } = address;
  const code = withoutPrefix(address.postalCode, country);
  const lost = (part: string) => (printsPart(address, area, part) ? '' : part);
  return [join(' ', lost(code), lost(city)), lost(state)];
}

/** Whether the format prints this part anywhere but in the lines of the street. */
function printsPart(address: Address, area: string, part: string): boolean {
  const wanted = part.toUpperCase();
  const lines = write({ ...address, lines: [] }, area, isEastAsian(address));
  return lines.some((line) => line.toUpperCase().includes(wanted));
}

/** `SE-211 20` is `211 20` for those who are there. */
function withoutPrefix(text: string, country: string): string {
  return country !== '' && text.startsWith(`${country}-`) ? text.slice(country.length + 1) : text;
}

function isEastAsian({ lines, city, state }: Address): boolean {
  return EAST_ASIAN.test(`${lines.join('')}${city}${state}`);
}

function countryLine(code: string, { locale, countryName }: AddressReader): string {
  return /^[A-Z]{2}$/.test(code) ? countryName(code).toLocaleUpperCase(locale) : code;
}

function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}
