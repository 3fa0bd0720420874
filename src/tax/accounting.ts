import type { Settings } from '../config/settings.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';
import { isoCurrency } from '../money/currency.ts';
import { decimal } from '../money/decimal.ts';
import { isZero, money } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import type { AccountingTax } from './tax-breakdown.ts';

/** The tax in the seller's own currency, by the configured rate; null where it is that already, or is nothing. */
export function accountingTax(
  tax: Money,
  { tax: { accounting }, rounding }: Settings,
): Outcome<AccountingTax | null> {
  const { code } = tax.currency;
  const currency = accounting === null ? null : isoCurrency(accounting.currency);
  if (accounting === null || currency === null) return success(null);
  if (currency.code === code || isZero(tax)) return success(null);
  const known = Object.hasOwn(accounting.rates, code) ? accounting.rates[code] : undefined;
  if (known === undefined) return noRate(code, accounting.currency);
  const rate = decimal(known.rate);
  const exact = money(tax.amount.times(rate), currency);
  const { date, source } = known;
  return success({ currency, rate, date, source, tax: roundMoney(exact, rounding) });
}

function noRate(from: string, to: string): Outcome<never> {
  return failed([
    failure('tax', `tax.accounting.rates.${from}`, `The tax cannot be said in ${to}`, {
      expected: `the rate of 1 ${from} in ${to}, with its date and source`,
      found: 'no rate',
      hint: `Add tax.accounting.rates.${from}, or leave tax.accounting out.`,
    }),
  ]);
}
