import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { pathBelow } from '../fetch/raw-invoice.ts';
import { creditCurrency } from '../money/currency.ts';
import { decimal } from '../money/decimal.ts';
import type { Currency } from '../money/money.ts';
import type { CreditUnit } from './invoice.ts';
import type { WireCreditUnit } from './schema.ts';

/** Decimals of credits, unless the configuration says otherwise when they are printed. */
const CREDIT_DIGITS = 2;

/** The custom currency of an invoice. */
export function creditUnitOf(wire: WireCreditUnit): CreditUnit {
  const updated = wire.lastUpdateTimeInMillis ?? null;
  return {
    id: wire.id,
    name: wire.name,
    shortName: wire.shortName,
    description: wire.description || null,
    ratio: decimal(wire.ratioToCurrency),
    currency: currencyOfUnit(wire),
    active: wire.active,
    updated: updated === null ? null : Math.floor(updated / 1000),
  };
}

/** What credits are counted in, by the first name that the unit has. */
export function currencyOfUnit({ shortName, name }: WireCreditUnit): Currency {
  const code = [shortName, name].find((word) => word.trim() !== '') ?? 'credits';
  return creditCurrency(code.trim(), CREDIT_DIGITS);
}

/** A warning where one credit is worth nothing: its rate cannot be stated. */
export function doubtRatio(unit: CreditUnit | null, path: string): readonly Failure[] {
  if (unit === null || !unit.active || unit.ratio.gt('0')) return [];
  return [
    failure(
      'invoice',
      pathBelow(path, ['creditUnit', 'ratioToCurrency']),
      'One credit is worth nothing',
      {
        expected: 'a number above 0',
        found: unit.ratio.toString(),
      },
    ),
  ];
}
