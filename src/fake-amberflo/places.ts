import type { Country } from './country.ts';
import { EUROPE } from './europe.ts';
import { OVERSEAS } from './overseas.ts';

/** The country of a customer: from near and far in turn. */
export function countryAt(index: number): Country {
  const list = index % 2 === 0 ? EUROPE : OVERSEAS;
  return list[Math.floor(index / 2) % list.length] ?? OVERSEAS[0];
}

/** How many customers there are until a country comes again. */
export const COUNTRIES: number = EUROPE.length + OVERSEAS.length;

/** Units of each currency for one US dollar, in ten thousandths; made up, as everything here. */
export const RATES: Readonly<Record<string, number>> = {
  USD: 10_000,
  EUR: 9_150,
  GBP: 7_825,
  CHF: 8_810,
  JPY: 1_492_500,
  INR: 831_250,
  BRL: 54_275,
  SEK: 105_200,
  THB: 352_100,
  CAD: 13_650,
};
