import * as z from 'zod';
import {
  amount,
  dimensions,
  list,
  name,
  record,
  seconds,
  text,
  tiers,
  wholeNumber,
} from './schema-values.ts';

const keyFields = {
  accountId: text,
  customerId: name,
  productId: text,
  productPlanId: text,
  year: wholeNumber(1970, 9999),
  month: wholeNumber(1, 12),
  day: wholeNumber(1, 31),
};

/** What tells an invoice from all others. */
export const invoiceKey = record(keyFields);

/** Units and their price, of an item, a variant or an hour. */
const bill = record({
  startTimeInSeconds: seconds.nullish(),
  endTimeInSeconds: seconds.nullish(),
  meterUnits: amount,
  meteredUnitsPerTier: tiers,
  price: amount,
  priceInBaseCurrency: amount.nullish(),
  priceInCredits: amount.nullish(),
});

const variant = record({
  key: text.nullish(),
  itemDimensions: dimensions,
  dimensionLabel: text.nullish(),
  hourlyBillInfos: list(bill),
  lateArrivalMeters: amount.nullish(),
  totalBill: bill,
});

/** A metered product item. Its own key repeats the invoice's and says nothing new. */
export const productItemInvoice = record({
  key: record({
    ...z.object(keyFields).partial().shape,
    productItemKey: text.optional(),
  }).nullish(),
  productItemId: text,
  productItemName: text,
  meterApiName: text,
  productPlanName: text.nullish(),
  productItemVariants: list(variant),
  totalBill: bill,
});

export type WireBill = z.infer<typeof bill>;
export type WireVariant = z.infer<typeof variant>;
export type WireItem = z.infer<typeof productItemInvoice>;
