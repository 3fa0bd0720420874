import { ZERO, decimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { amountsOf } from './amounts.ts';
import type {
  Columns,
  Dimension,
  HourlyUsage,
  MeteredItem,
  Tier,
  Usage,
  Variant,
} from './invoice.ts';
import type { WireBill, WireItem, WireVariant } from './schema-lines.ts';

/** A tier's key that is a number, as JSON and Java write them: `0`, `1000000`, `1.0E7`. */
const NUMBER = /^\d{1,21}(?:\.\d{1,21})?(?:[eE][+-]?\d{1,2})?$/;

const CUSTOMER_ID = /^customerId$/i;

/** One for all lines, because a long bill has a hundred thousand lists without entries. */
const NONE: readonly never[] = [];

/** A metered item with its variants. */
export function itemOf(wire: WireItem, columns: Columns): MeteredItem {
  return {
    id: wire.productItemId,
    name: wire.productItemName,
    meter: wire.meterApiName,
    planName: wire.productPlanName ?? '',
    variants: (wire.productItemVariants ?? []).map((variant) => variantOf(variant, columns)),
    total: usageOf(wire.totalBill, columns),
  };
}

function variantOf(wire: WireVariant, columns: Columns): Variant {
  const label = wire.dimensionLabel?.trim() ?? '';
  return {
    key: wire.key ?? '',
    dimensions: dimensionsOf(wire.itemDimensions),
    label: label === '' ? null : label,
    hours: hoursOf(wire.hourlyBillInfos, columns),
    lateArrivals: decimal(wire.lateArrivalMeters ?? 0),
    total: usageOf(wire.totalBill, columns),
  };
}

function hoursOf(wire: WireVariant['hourlyBillInfos'], columns: Columns): readonly HourlyUsage[] {
  if (!wire || wire.length === 0) return NONE;
  return wire.map((hour) => hourOf(hour, columns));
}

function hourOf(wire: WireBill, columns: Columns): HourlyUsage {
  const [start, end] = [wire.startTimeInSeconds ?? null, wire.endTimeInSeconds ?? null];
  return { ...usageOf(wire, columns), start, end };
}

function usageOf(wire: WireBill, columns: Columns): Usage {
  return {
    units: decimal(wire.meterUnits),
    tiers: tiersOf(wire.meteredUnitsPerTier),
    price: amountsOf(columns, wire.price, wire.priceInBaseCurrency, wire.priceInCredits),
  };
}

/** Dimensions that say something: without the customer's own id and empty values, as Amberflo's pages print them. */
export function dimensionsOf(wire: WireVariant['itemDimensions']): readonly Dimension[] {
  if (!wire) return NONE;
  const said = Object.entries(wire).filter(saysSomething);
  // Made as long as it will be: lists that grow keep room for 16 entries.
  return said.length === 0 ? NONE : said.map(([name, value]) => ({ name, value }));
}

function saysSomething(entry: readonly [string, string | null]): entry is [string, string] {
  const [name, value] = entry;
  return value !== null && value.trim() !== '' && !CUSTOMER_ID.test(name);
}

/** Tiers by their first unit; in the source's order where a key is not a number. */
function tiersOf(wire: WireBill['meteredUnitsPerTier']): readonly Tier[] {
  if (!wire) return NONE;
  const tiers = Object.entries(wire).map(([key, units]) => ({
    key,
    from: NUMBER.test(key) ? decimal(key) : null,
    units: decimal(units),
  }));
  return tiers.some(({ from }) => from === null) ? tiers : tiers.sort(byStart);
}

function byStart(
  a: { readonly from: Decimal | null },
  b: { readonly from: Decimal | null },
): number {
  return (a.from ?? ZERO).cmp(b.from ?? ZERO);
}
