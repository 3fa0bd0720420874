import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesFolder } from '../src/press.ts';

type Json = Record<string, unknown>;

/** The September sample with `count` metered items in place of its own, each 0.01 EUR. */
export function manyLines(count: number): Json {
  const [, september] = JSON.parse(
    readFileSync(join(examplesFolder, 'amberflo-invoices.json'), 'utf8'),
  ) as [Json, Json];
  const items = september['productItemInvoices'] as readonly Json[];
  const productItemInvoices = Array.from({ length: count }, (_, index) =>
    lineOf(items[0] ?? {}, index),
  );
  return { ...september, productItemInvoices };
}

function lineOf(item: Json, index: number): Json {
  const bill = { ...(item['totalBill'] as Json), meterUnits: index + 1, meteredUnitsPerTier: null };
  const totalBill = { ...bill, price: 0.01, priceInBaseCurrency: 0.01, priceInCredits: 0.04 };
  const variant = {
    key: 'v',
    itemDimensions: {},
    hourlyBillInfos: null,
    lateArrivalMeters: 0,
    totalBill,
  };
  const name = `Meter ${String(index + 1).padStart(5, '0')}`;
  return {
    ...item,
    productItemName: name,
    meterApiName: `m${index}`,
    productItemVariants: [variant],
    totalBill,
  };
}
