import type { z } from 'zod';
import { appliedCommitment, appliedPromotion, invoiceFee, planFee } from './schema-charges.ts';
import { invoiceKey, productItemInvoice } from './schema-lines.ts';
import {
  amount,
  currency,
  flag,
  list,
  milliseconds,
  name,
  record,
  seconds,
  text,
  wholeNumber,
} from './schema-values.ts';

/** The totals in one money column. Those that are nullish drive Amberflo's engine and are not printed, or may be 0. */
const planBill = record({
  startTimeInSeconds: seconds.nullish(),
  endTimeInSeconds: seconds.nullish(),
  itemPrice: amount,
  fixPrice: amount,
  invoiceBasedFees: amount.nullish(),
  commitmentsFees: amount.nullish(),
  discountableBasePrice: amount.nullish(),
  discountableFixPrice: amount.nullish(),
  prepayableFixPrice: amount.nullish(),
  prepaidableFixPrice: amount.nullish(),
  prepayableNotDiscountableFees: amount.nullish(),
  prepayableCommitmentsFees: amount.nullish(),
  totalPriceBeforeDiscount: amount,
  totalDiscount: amount,
  totalPriceBeforeCommitments: amount,
  totalPriceBeforePrepaid: amount,
  totalPrepayablePrice: amount.nullish(),
  prepaid: amount,
  totalPrice: amount,
});

const currencyInfo = record({
  basePlanCurrency: currency.nullish(),
  paymentCurrency: currency.nullish(),
  exchangeRate: amount.nullish(),
});

const creditUnit = record({
  id: text,
  name: text,
  shortName: text,
  description: text.nullish(),
  ratioToCurrency: amount,
  active: flag,
  lastUpdateTimeInMillis: milliseconds.nullish(),
});

/** Amberflo's invoice as its API sends it: tolerant where senders are known to differ, strict elsewhere. */
export const invoiceSchema = record({
  invoiceUri: name,
  uuid: text.nullish(),
  invoiceKey,
  planName: text,
  planBillingPeriod: record({ interval: name, intervalsCount: wholeNumber(1, 10_000) }),
  invoiceStartTimeInSeconds: seconds,
  invoiceEndTimeInSeconds: seconds,
  gracePeriodInHours: amount.nullish(),
  invoicePriceStatus: name,
  paymentStatus: text.nullish(),
  externalSystemStatus: text.nullish(),
  paymentCreatedInSeconds: seconds.nullish(),
  paymentCurrencyInfo: currencyInfo.nullish(),
  creditUnit: creditUnit.nullish(),
  productItemInvoices: list(productItemInvoice),
  productPlanFees: list(planFee),
  appliedPromotions: list(appliedPromotion),
  appliedInvoiceBasedFees: list(invoiceFee),
  appliedCommitments: list(appliedCommitment),
  totalBill: planBill,
  invoiceBillInBaseCurrency: planBill.nullish(),
  invoiceBillInCredits: planBill.nullish(),
  availablePrepaidLeft: amount.nullish(),
  availablePrepaidLeftBaseCurrency: amount.nullish(),
  availablePrepaidLeftInCredits: amount.nullish(),
  availablePayAsYouGoMoney: amount.nullish(),
  availablePayAsYouGoMoneyInBaseCurrency: amount.nullish(),
  availablePayAsYouGoMoneyInCredits: amount.nullish(),
  prepaidPriceUsed: amount.nullish(),
  prepaidPriceUsedBaseCurrency: amount.nullish(),
});

export type WireInvoice = z.infer<typeof invoiceSchema>;
export type WirePlanBill = z.infer<typeof planBill>;
export type WireCreditUnit = z.infer<typeof creditUnit>;
export type WireCurrencyInfo = z.infer<typeof currencyInfo>;
