import type { Settings } from '../config/settings.ts';
import type {
  HourlyUsage,
  Invoice,
  MeteredItem,
  UnixSeconds,
  Usage,
  Variant,
} from '../invoice/invoice.ts';
import type { Money } from '../money/money.ts';
import { csvLine, number, text, type Cell } from './csv-line.ts';

/** Dimensions that have a column of their own; further ones share the last column. */
const MOST_DIMENSIONS = 40;

/**
 * The usage of an invoice as RFC 4180 writes it: a header, then a record for each item, variant, tier and hour. Amounts
 * and quantities are the exact decimals of the source. Records of one kind add up; kinds repeat each other.
 */
export function usageCsv(invoice: Invoice, settings: Settings): string {
  const dimensions = dimensionNames(invoice);
  const sheet: Sheet = { invoice, settings, dimensions };
  const header = [...HEAD, ...dimensions.map((name) => `dimension ${name}`), ...TAIL].map(text);
  const lines = invoice.items.flatMap((item) => itemLines(item, sheet));
  return [csvLine(header), ...lines].join('');
}

const HEAD = [
  'record',
  'invoice',
  'customer',
  'plan',
  'item',
  'item name',
  'meter',
  'unit',
  'variant',
];
const TAIL = [
  'further dimensions',
  'start',
  'end',
  'tier',
  'quantity',
  'late quantity',
  'currency',
  'amount',
  'base currency',
  'base amount',
  'credit unit',
  'credit amount',
];

/** What all records share. */
interface Sheet {
  readonly invoice: Invoice;
  readonly settings: Settings;
  readonly dimensions: readonly string[];
}

/** Names in the order in which they first occur. */
function dimensionNames({ items }: Invoice): readonly string[] {
  const names = new Set<string>();
  for (const { variants } of items)
    for (const { dimensions } of variants)
      for (const { name } of dimensions) if (names.size < MOST_DIMENSIONS) names.add(name);
  return [...names];
}

/** What a record is about. */
interface Subject {
  readonly item: MeteredItem;
  readonly variant: Variant | null;
}

/** What a record says; an empty cell where it says nothing. */
interface Facts {
  readonly record: 'item' | 'variant' | 'tier' | 'hour';
  readonly start: UnixSeconds | null;
  readonly end: UnixSeconds | null;
  readonly tier: string;
  readonly quantity: Cell;
  readonly late: Cell;
  readonly price: Usage['price'] | null;
}

const NOTHING = text('');

function itemLines(item: MeteredItem, sheet: Sheet): readonly string[] {
  const { start, end } = sheet.invoice;
  const subject = { item, variant: null };
  const whole = factsOf('item', item.total, { start, end });
  return [
    lineOf(subject, whole, sheet),
    ...item.variants.flatMap((variant) => variantLines(item, variant, sheet)),
  ];
}

function variantLines(item: MeteredItem, variant: Variant, sheet: Sheet): readonly string[] {
  const { start, end } = sheet.invoice;
  const subject = { item, variant };
  const late = number(variant.lateArrivals);
  const whole = { ...factsOf('variant', variant.total, { start, end }), late };
  const tiers = variant.total.tiers.map(({ key, units }) =>
    lineOf(
      subject,
      { ...whole, record: 'tier', tier: key, quantity: number(units), late: NOTHING, price: null },
      sheet,
    ),
  );
  const hours = variant.hours.map((hour: HourlyUsage) =>
    lineOf(subject, factsOf('hour', hour, hour), sheet),
  );
  return [lineOf(subject, whole, sheet), ...tiers, ...hours];
}

function factsOf(
  record: Facts['record'],
  { units, price }: Usage,
  { start, end }: Pick<Facts, 'start' | 'end'>,
): Facts {
  return { record, start, end, tier: '', quantity: number(units), late: NOTHING, price };
}

function lineOf({ item, variant }: Subject, facts: Facts, sheet: Sheet): string {
  const { invoice, settings, dimensions } = sheet;
  const named = own(settings.names.meters, item.id) ?? own(settings.names.meters, item.meter);
  const values = new Map(variant?.dimensions.map(({ name, value }) => [name, value]));
  return csvLine([
    text(facts.record),
    text(invoice.uri),
    text(invoice.key.customerId),
    text(item.planName),
    text(item.id),
    text(named?.name ?? item.name),
    text(item.meter),
    text(named?.unit ?? ''),
    text(variant === null ? '' : (variant.label ?? variant.key)),
    ...dimensions.map((name) => text(values.get(name) ?? '')),
    text(furtherDimensions(variant, dimensions)),
    text(moment(facts.start)),
    text(moment(facts.end)),
    text(facts.tier),
    facts.quantity,
    facts.late,
    ...amount(facts.price?.payment ?? null),
    ...amount(facts.price?.base ?? null),
    ...amount(facts.price?.credits ?? null),
  ]);
}

function furtherDimensions(variant: Variant | null, known: readonly string[]): string {
  if (known.length < MOST_DIMENSIONS) return '';
  const further = variant?.dimensions.filter(({ name }) => !known.includes(name)) ?? [];
  return further.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** A currency or credit unit, and the exact amount. */
function amount(money: Money | null): readonly [Cell, Cell] {
  return money === null ? [NOTHING, NOTHING] : [text(money.currency.code), number(money.amount)];
}

/** `2025-09-01T00:00:00Z`. */
function moment(at: UnixSeconds | null): string {
  return at === null ? '' : new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
