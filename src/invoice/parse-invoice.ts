import { andThen, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { commitmentOf, invoiceFeeOf, planFeeOf, promotionOf } from './charges.ts';
import { columnsOf } from './columns.ts';
import { creditUnitOf, doubtRatio } from './credit-unit.ts';
import { doubtRate, exchangeRateOf } from './exchange-rate.ts';
import type { Columns, Invoice } from './invoice.ts';
import type { WireInvoice } from './schema.ts';
import { payAsYouGoLeftOf, prepaidLeftOf, totalsOf } from './totals.ts';
import { itemOf } from './usage.ts';
import { validateWire } from './validate-wire.ts';

/** An untrusted body as an invoice in the domain's words, or everything that is wrong with it. */
export function parseInvoice(raw: RawInvoice): Outcome<Invoice> {
  return andThen(validateWire(raw), (wire) =>
    andThen(columnsOf(wire, raw.path), (columns) => {
      const invoice = invoiceOf(wire, columns);
      return success(invoice, doubtsOf(wire, invoice, raw.path));
    }),
  );
}

function invoiceOf(wire: WireInvoice, columns: Columns): Invoice {
  const totals = totalsOf(wire, columns);
  const { accountId, customerId, productId, productPlanId, year, month, day } = wire.invoiceKey;
  const { interval, intervalsCount } = wire.planBillingPeriod;
  return {
    uri: wire.invoiceUri,
    uuid: wire.uuid ?? null,
    key: { accountId, customerId, productId, productPlanId, year, month, day },
    planName: wire.planName,
    billingPeriod: { interval: interval.toLowerCase(), count: intervalsCount },
    start: wire.invoiceStartTimeInSeconds,
    end: wire.invoiceEndTimeInSeconds,
    gracePeriodHours: wire.gracePeriodInHours ?? null,
    priceStatus: wire.invoicePriceStatus.toLowerCase(),
    paymentStatus: (wire.paymentStatus || 'unknown').toLowerCase(),
    externalStatus: wire.externalSystemStatus || null,
    paymentCreated: wire.paymentCreatedInSeconds ?? null,
    columns,
    exchange: exchangeRateOf(wire.paymentCurrencyInfo?.exchangeRate, columns, totals),
    creditUnit: wire.creditUnit ? creditUnitOf(wire.creditUnit) : null,
    items: (wire.productItemInvoices ?? []).map((item) => itemOf(item, columns)),
    planFees: (wire.productPlanFees ?? []).map((fee) => planFeeOf(fee, columns)),
    invoiceFees: (wire.appliedInvoiceBasedFees ?? []).map((fee) => invoiceFeeOf(fee, columns)),
    commitments: (wire.appliedCommitments ?? []).map((fee) => commitmentOf(fee, columns)),
    promotions: (wire.appliedPromotions ?? []).map((promotion) => promotionOf(promotion, columns)),
    totals,
    prepaidLeft: prepaidLeftOf(wire, columns),
    payAsYouGoLeft: payAsYouGoLeftOf(wire, columns),
  };
}

/** What can be read and is yet hard to believe. */
function doubtsOf(wire: WireInvoice, invoice: Invoice, path: string): readonly Failure[] {
  const rate = wire.paymentCurrencyInfo?.exchangeRate;
  return [...doubtRate(rate, invoice, path), ...doubtRatio(invoice.creditUnit, path)];
}
