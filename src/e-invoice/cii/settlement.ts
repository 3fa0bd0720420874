import { isNothing } from '../decimals.ts';
import type { EInvoice, Payment, TaxRow } from '../e-invoice.ts';
import { branch, each, leaf, type Xml } from '../xml.ts';
import { writeDay } from './day.ts';
import { writeAdjustment, writePeriod, writeTax } from './line.ts';

/** How it is paid, taxes, allowances, charges and totals. */
export function writeSettlement(invoice: EInvoice): Xml {
  return branch(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', invoice.payment?.reference ?? null),
    leaf('ram:TaxCurrencyCode', invoice.accounting?.currency ?? null),
    leaf('ram:InvoiceCurrencyCode', invoice.currency),
    writePayment(invoice.payment),
    each(invoice.taxes, writeTaxRow),
    writePeriod(invoice.period),
    each(invoice.adjustments, (adjustment) =>
      writeAdjustment(adjustment, branch('ram:CategoryTradeTax', writeTax(adjustment.tax))),
    ),
    branch(
      'ram:SpecifiedTradePaymentTerms',
      leaf('ram:Description', invoice.terms),
      writeDay('ram:DueDateDateTime', invoice.due),
    ),
    writeTotals(invoice),
    each(invoice.preceding, ({ number, issued }) =>
      branch(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', number),
        writeDay('ram:FormattedIssueDateTime', issued, 'qdt'),
      ),
    ),
  );
}

function writePayment(payment: Payment | null): Xml {
  if (payment === null) return '';
  const { code, account, holder, bic } = payment;
  return branch(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', code),
    account === null
      ? ''
      : branch(
          'ram:PayeePartyCreditorFinancialAccount',
          leaf('ram:IBANID', account.kind === 'iban' ? account.value : null),
          leaf('ram:AccountName', holder),
          leaf('ram:ProprietaryID', account.kind === 'other' ? account.value : null),
        ),
    branch('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', bic)),
  );
}

function writeTaxRow({ tax, reason, base, category, reasonCode, rate }: TaxRow): Xml {
  return branch(
    'ram:ApplicableTradeTax',
    leaf('ram:CalculatedAmount', tax),
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:ExemptionReason', reason),
    leaf('ram:BasisAmount', base),
    leaf('ram:CategoryCode', category),
    leaf('ram:ExemptionReasonCode', reasonCode),
    leaf('ram:RateApplicablePercent', rate),
  );
}

function writeTotals({ totals, currency, accounting }: EInvoice): Xml {
  return branch(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    leaf('ram:LineTotalAmount', totals.lines),
    leaf('ram:ChargeTotalAmount', totals.charges),
    leaf('ram:AllowanceTotalAmount', totals.allowances),
    leaf('ram:TaxBasisTotalAmount', totals.net),
    leaf('ram:TaxTotalAmount', totals.tax, { currencyID: currency }),
    leaf('ram:TaxTotalAmount', accounting?.tax ?? null, {
      currencyID: accounting?.currency ?? null,
    }),
    leaf('ram:RoundingAmount', isNothing(totals.rounding) ? null : totals.rounding),
    leaf('ram:GrandTotalAmount', totals.gross),
    leaf('ram:TotalPrepaidAmount', totals.prepaid),
    leaf('ram:DuePayableAmount', totals.due),
  );
}
