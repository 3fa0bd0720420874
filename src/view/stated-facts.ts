import type { Settings } from '../config/settings.ts';
import { plainAmount } from '../money/format-money.ts';
import type { Money } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import type { TaxBreakdown } from '../tax/tax-breakdown.ts';
import type { InvoiceView } from './invoice-view.ts';

/** What a document says of itself, for lists and reports. */
export interface StatedFacts {
  readonly number: string;
  /** ISO 8601 date of issue. */
  readonly date: string;
  readonly customerName: string;
  readonly currency: string;
  /** Exact decimals in `currency`, rounded as they are printed. */
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly due: string;
}

/** An invoice, what it comes to, and the settings that hold for it. */
interface Stated {
  readonly view: Pick<InvoiceView, 'number' | 'isoDate'>;
  readonly tax: Pick<TaxBreakdown, 'net' | 'tax' | 'gross' | 'due'>;
  readonly settings: Pick<Settings, 'rounding' | 'customer'>;
}

/** Take the facts out of a bill. */
export function statedFacts({ view, tax, settings }: Stated): StatedFacts {
  const stated = (amount: Money) => plainAmount(roundMoney(amount, settings.rounding));
  return {
    number: view.number,
    date: view.isoDate,
    customerName: settings.customer.name,
    currency: tax.due.payment.currency.code,
    net: stated(tax.net.payment),
    tax: stated(tax.tax.payment),
    gross: stated(tax.gross.payment),
    due: stated(tax.due.payment),
  };
}
