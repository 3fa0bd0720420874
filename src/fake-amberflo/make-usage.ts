import type { Month } from './account.ts';
import { uuidOf, type Chance } from './chance.ts';
import { pricesOf, type Columns } from './columns.ts';
import type { Meter, Tier } from './plans.ts';

/** What the lines of one invoice share. */
export interface Setting {
  readonly columns: Columns;
  readonly chance: Chance;
  /** The time billed. */
  readonly span: Pick<Month, 'start' | 'end'>;
  /** How much larger than others the customer is. */
  readonly size: number;
  readonly hours: 'none' | 'some' | 'all';
  /** Projects that each line is divided into; 0 for none. */
  readonly projects: number;
  readonly key: Readonly<Record<string, string | number>>;
  readonly planName: string;
}

/** An item as the API gives it, and its price in ten thousandths. */
export interface MadeItem {
  readonly wire: Readonly<Record<string, unknown>>;
  readonly price: number;
}

/** One combination of dimension values with its use, in parts of units. */
interface Use {
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly parts: number;
}

/** Usage of a meter: variants, tiers, hours; every sum is exact. */
export function makeItem(meter: Meter, setting: Setting): MadeItem {
  const { columns, span, key } = setting;
  const uses = usesOf(meter, setting);
  const variants = uses.map((use) => makeVariant(meter, use, setting));
  const price = variants.reduce((sum, variant) => sum + variant.price, 0);
  const parts = uses.reduce((sum, use) => sum + use.parts, 0);
  const itemId = uuidOf('item', meter.api);
  const tiers = addTiers(variants.map((variant) => variant.tiers));
  const wire = {
    key: { ...key, productItemKey: itemId },
    productItemId: itemId,
    productItemName: meter.name,
    meterApiName: meter.api,
    productPlanName: setting.planName,
    productItemVariants: variants.map((variant) => variant.wire),
    totalBill: billOf(columns, span, { parts: parts / meter.parts, tiers, price }),
  };
  return { wire, price };
}

function usesOf(meter: Meter, { chance, size, projects }: Setting): readonly Use[] {
  const combinations = combine(meter.dimensions).filter(
    (_, index) => index === 0 || chance.happens(0.6),
  );
  const divided = projects === 0 ? combinations : divide(combinations, projects);
  const [least, most] = meter.units;
  const total = Math.min(most * 4, least + (most - least) * chance.next() ** 2 * size);
  const weights = divided.map(() => 0.2 + chance.next());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return divided.map((dimensions, index) => ({
    dimensions,
    parts: Math.max(1, Math.floor((total * meter.parts * (weights[index] ?? 0)) / whole)),
  }));
}

type Dimensions = Readonly<Record<string, string>>;

function combine(dimensions: Meter['dimensions']): readonly Dimensions[] {
  return Object.entries(dimensions).reduce<readonly Dimensions[]>(
    (all, [name, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

/** What the projects of a large customer are called. */
const PROJECTS = ['checkout', 'search', 'inbox', 'atlas', 'reports', 'ingest', 'staging'];

function divide(combinations: readonly Dimensions[], projects: number): readonly Dimensions[] {
  return Array.from({ length: projects }, (_, index) => ({
    project: `${PROJECTS[index % PROJECTS.length] ?? ''}-${Math.floor(index / PROJECTS.length) + 1}`,
    ...combinations[index % combinations.length],
  }));
}

function makeVariant(meter: Meter, use: Use, setting: Setting) {
  const { columns, span, chance } = setting;
  const units = use.parts / meter.parts;
  const tiers = tiersOf(meter.tiers, units);
  const price = tiers.reduce((sum, tier) => sum + tier.price, 0);
  const bill = { parts: units, tiers: wireTiers(meter, tiers), price };
  const wire = {
    key: Object.values(use.dimensions).join('|') || 'all',
    itemDimensions: use.dimensions,
    hourlyBillInfos: hasHours(meter, setting) ? hoursOf(meter, use, { setting, price }) : null,
    lateArrivalMeters: chance.happens(0.02) ? chance.whole(1, 900) : 0,
    totalBill: billOf(columns, span, bill),
  };
  return { wire, price, tiers: bill.tiers };
}

function hasHours(meter: Meter, { hours, projects }: Setting): boolean {
  return hours === 'all' || (hours === 'some' && meter.byHour && projects === 0);
}

function tiersOf(tiers: readonly Tier[], units: number) {
  return tiers.flatMap(({ from, price, per }, index) => {
    const used = roundParts(Math.min(units, tiers[index + 1]?.from ?? units) - from);
    return used > 0 ? [{ from, used, price: Math.floor((used * price) / per + 0.5) }] : [];
  });
}

function wireTiers(meter: Meter, tiers: ReturnType<typeof tiersOf>) {
  if (meter.tiers.length === 1) return null;
  return Object.fromEntries(tiers.map(({ from, used }) => [`${from}`, used]));
}

function addTiers(all: readonly (Readonly<Record<string, number>> | null)[]) {
  const sums: Record<string, number> = {};
  for (const tiers of all) {
    if (tiers === null) return null;
    for (const [from, used] of Object.entries(tiers))
      sums[from] = roundParts((sums[from] ?? 0) + used);
  }
  return sums;
}

/** Units have at most three decimals. */
function roundParts(units: number): number {
  return Math.floor(units * 1000 + 0.5) / 1000;
}

interface Bill {
  readonly parts: number;
  readonly tiers: Readonly<Record<string, number>> | null;
  readonly price: number;
}

function billOf(columns: Columns, span: Setting['span'], { parts, tiers, price }: Bill) {
  return {
    startTimeInSeconds: span.start,
    endTimeInSeconds: span.end,
    meterUnits: parts,
    meteredUnitsPerTier: tiers,
    ...pricesOf(columns, price),
  };
}

const HOUR = 3600;

/** Work on weekdays from eight to six, in UTC; units and prices of all hours add up to the line’s. */
function hoursOf(
  meter: Meter,
  use: Use,
  { setting, price }: { readonly setting: Setting; readonly price: number },
) {
  const { span, columns, chance } = setting;
  const starts = hoursIn(span);
  const weights = starts.map(() => 0.3 + chance.next());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [weight, parts, paid] = [0, 0, 0];
  return starts.map((start, index) => {
    weight += weights[index] ?? 0;
    const share = index === starts.length - 1 ? 1 : Math.min(1, weight / whole);
    const [nextParts, nextPaid] = [Math.floor(use.parts * share), Math.floor(price * share)];
    const units = (nextParts - parts) / meter.parts;
    const bill = { parts: units, tiers: null, price: nextPaid - paid };
    [parts, paid] = [nextParts, nextPaid];
    return billOf(columns, { start, end: start + HOUR }, bill);
  });
}

function hoursIn({ start, end }: Setting['span']): readonly number[] {
  const hours: number[] = [];
  for (let at = start; at < end; at += HOUR) {
    const [day, hour] = [Math.floor(at / 86_400) % 7, Math.floor(at / HOUR) % 24];
    const isWeekend = day === 2 || day === 3;
    if (!isWeekend && hour >= 8 && hour < 18) hours.push(at);
  }
  return hours;
}
