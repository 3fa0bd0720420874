import { isNothing } from '../decimals.ts';
import type { EInvoice } from '../e-invoice.ts';
import { branch, each, leaf, type Xml } from '../xml.ts';
import { writeTaxCategory } from './adjustment.ts';

/** BG-23, and the tax once more in the currency that it is accounted for in. */
export function writeTaxes({ taxes, totals, currency, accounting }: EInvoice): Xml {
  const amount = (name: string, value: string) => leaf(name, value, { currencyID: currency });
  const rows = each(taxes, (row) =>
    branch(
      'cac:TaxSubtotal',
      amount('cbc:TaxableAmount', row.base),
      amount('cbc:TaxAmount', row.tax),
      writeTaxCategory(
        'cac:TaxCategory',
        row,
        leaf('cbc:TaxExemptionReasonCode', row.reasonCode) +
          leaf('cbc:TaxExemptionReason', row.reason),
      ),
    ),
  );
  const own =
    accounting === null
      ? ''
      : leaf('cbc:TaxAmount', accounting.tax, { currencyID: accounting.currency });
  return (
    branch('cac:TaxTotal', amount('cbc:TaxAmount', totals.tax), rows) + branch('cac:TaxTotal', own)
  );
}

/** BG-22. */
export function writeTotals({ totals, currency }: EInvoice): Xml {
  const amount = (name: string, value: string) => leaf(name, value, { currencyID: currency });
  const some = (name: string, value: string) => (isNothing(value) ? '' : amount(name, value));
  return branch(
    'cac:LegalMonetaryTotal',
    amount('cbc:LineExtensionAmount', totals.lines),
    amount('cbc:TaxExclusiveAmount', totals.net),
    amount('cbc:TaxInclusiveAmount', totals.gross),
    some('cbc:AllowanceTotalAmount', totals.allowances),
    some('cbc:ChargeTotalAmount', totals.charges),
    some('cbc:PrepaidAmount', totals.prepaid),
    some('cbc:PayableRoundingAmount', totals.rounding),
    amount('cbc:PayableAmount', totals.due),
  );
}
