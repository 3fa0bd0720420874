import { failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { pathBelow } from '../fetch/raw-invoice.ts';
import { isoCurrency, sameCurrency } from '../money/currency.ts';
import type { Currency } from '../money/money.ts';
import { currencyOfUnit } from './credit-unit.ts';
import type { Columns } from './invoice.ts';
import type { WireCurrencyInfo, WireInvoice } from './schema.ts';

/** What Amberflo's own pages take an invoice without currencies to be in. */
const DEFAULT_CURRENCY: Currency = { kind: 'iso', code: 'USD', digits: 2 };

type WireCurrency = WireCurrencyInfo['paymentCurrency'];

/** The money columns of an invoice; a warning where the currency is taken for granted or a column has no totals. */
export function columnsOf(wire: WireInvoice, path: string): Outcome<Columns> {
  const info = wire.paymentCurrencyInfo;
  const base = currencyOf(info?.basePlanCurrency) ?? DEFAULT_CURRENCY;
  const payment = currencyOf(info?.paymentCurrency) ?? base;
  const columns: Columns = {
    payment,
    base: sameCurrency(base, payment) ? null : base,
    credits: creditsOf(wire),
  };
  return success(columns, [
    ...guessedCurrency(info, payment, path),
    ...missingBase(wire, columns, path),
  ]);
}

function currencyOf(wire: WireCurrency): Currency | null {
  if (wire === null || wire === undefined) return null;
  return isoCurrency(typeof wire === 'string' ? wire : wire.currencyCode);
}

function creditsOf({ creditUnit, invoiceBillInCredits }: WireInvoice): Currency | null {
  const isShown = creditUnit?.active === true && (invoiceBillInCredits ?? null) !== null;
  return isShown ? currencyOfUnit(creditUnit) : null;
}

function guessedCurrency(
  info: WireInvoice['paymentCurrencyInfo'],
  { code }: Currency,
  path: string,
): readonly Failure[] {
  if (currencyOf(info?.paymentCurrency) !== null) return [];
  const place = pathBelow(path, ['paymentCurrencyInfo', ...(info ? ['paymentCurrency'] : [])]);
  return [
    failure(
      'invoice',
      place,
      `The invoice names no payment currency and is taken to be in ${code}`,
      {
        expected: 'a currency code',
        found: 'nothing',
      },
    ),
  ];
}

function missingBase(wire: WireInvoice, { base }: Columns, path: string): readonly Failure[] {
  if (base === null || (wire.invoiceBillInBaseCurrency ?? null) !== null) return [];
  const place = pathBelow(path, ['invoiceBillInBaseCurrency']);
  return [
    failure('invoice', place, `The totals in ${base.code} are missing`, {
      expected: 'the totals in the base currency',
      found: 'nothing',
    }),
  ];
}
