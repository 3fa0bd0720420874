import type { Settings } from '../config/settings.ts';
import { andThen, success, type Outcome } from '../failure.ts';
import type { Amounts, Invoice } from '../invoice/invoice.ts';
import { accountingTax } from './accounting.ts';
import { assignTax } from './assign-tax.ts';
import { billed, chargesOf } from './charges-of.ts';
import { roundTax } from './round-tax.ts';
import { mapAmounts, noAmounts, subtractAmounts, sumAmounts } from './sum-amounts.ts';
import type { TaxBreakdown, TaxRow } from './tax-breakdown.ts';
import { taxRows, taxedCharge } from './tax-rows.ts';

/** What an invoice comes to with tax, by the rules of the configuration. */
export function taxInvoice(invoice: Invoice, settings: Settings): Outcome<TaxBreakdown> {
  if (settings.tax.rules.length === 0) return success(untaxed(invoice, settings));
  const { columns } = invoice;
  const run = { settings, columns, billed: billed(invoice) };
  return andThen(assignTax(chargesOf(invoice), settings, columns), (assigned) => {
    const rows = taxRows(assigned, run);
    const total = (amounts: (row: TaxRow) => Amounts) => sumAmounts(rows.map(amounts), columns);
    const net = total(({ base }) => base);
    const tax = total((row) => row.tax);
    const gross = sumAmounts([net, tax], columns);
    const prepaid = mapAmounts(invoice.totals.prepaid, (one) => roundTax(one, settings.rounding));
    const due = subtractAmounts(gross, prepaid);
    return andThen(accountingTax(tax.payment, settings), (accounting) =>
      success({
        prices: settings.tax.prices,
        charges: assigned.map((one) => taxedCharge(one, run)),
        rows,
        net,
        tax,
        gross,
        prepaid,
        due,
        accounting,
      }),
    );
  });
}

/** Without rules nothing is recomputed: the amounts are the source's. */
function untaxed(invoice: Invoice, { tax: { prices } }: Settings): TaxBreakdown {
  const { prepaid, due } = invoice.totals;
  const all = billed(invoice);
  return {
    prices,
    charges: [],
    rows: [],
    net: all,
    tax: noAmounts(invoice.columns),
    gross: all,
    prepaid,
    due,
    accounting: null,
  };
}
