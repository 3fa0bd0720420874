import { placeOf } from './ask.ts';
import { exchange, type ExchangePart } from './exchange.ts';
import { came, missed, type Fetched, type FetchedInvoice, type FetchFailure } from './fetched.ts';
import type { Link } from './link.ts';
import { numberAt } from './number-at.ts';
import { paged } from './paged.ts';
import { isInPeriod, type Period } from './period.ts';
import { sha256Of } from './read-answer.ts';

const ALL = '/payments/billing/customer-product-invoice/all';
const PAGINATED = '/payments/billing/customer-product-invoice/paginated';
const ONE = '/payments/billing/customer-product-invoice';

/** How invoices are asked for. */
export interface InvoiceCalls {
  readonly productId: string;
  /** The final, fully processed amounts; false gives the last hours in near real time. */
  readonly fromCache: boolean;
  /** Amberflo then asks the payment provider, which is slow and limited. */
  readonly withPaymentStatus: boolean;
  /** In one answer, or page by page; after a 504 always page by page. */
  readonly list: 'all' | 'paginated';
  readonly pageSize: number;
}

/** Which invoice: the latest, or the one of a plan that starts on a day, in UTC. */
export type InvoiceSought =
  | { readonly customerId: string; readonly latest: true }
  | {
      readonly customerId: string;
      readonly productPlanId: string;
      readonly year: number;
      readonly month: number;
      readonly day: number;
    };

/** Whose invoices, and of which period. */
export interface InvoicesSought {
  readonly customerId: string;
  readonly period: Period | null;
}

/** The lighter calls that answer a 504, the lightest last: page by page, then one at a time. */
function ladder({ list, pageSize }: InvoiceCalls): readonly (number | null)[] {
  const pages = pageSize > 1 ? [pageSize, 1] : [1];
  return list === 'all' ? [null, ...pages] : pages;
}

/** The invoices of one customer. An invoice that a heavier call gave before it failed is not given again. */
export async function* invoicesOf(
  link: Link,
  calls: InvoiceCalls,
  sought: InvoicesSought,
): AsyncGenerator<Fetched<FetchedInvoice>> {
  const given = new Set<string>();
  const steps = ladder(calls);
  for (const [index, pageSize] of steps.entries()) {
    let lighter = false;
    for await (const part of listing(link, calls, sought.customerId, pageSize)) {
      if (part.kind === 'failure') {
        lighter = isTooHeavy(part.failure) && index + 1 < steps.length;
        if (!lighter) yield missed(part.failure);
      } else if (part.kind === 'element' && !given.has(part.element.sha256)) {
        given.add(part.element.sha256);
        const { body, warnings } = part.element;
        if (isInPeriod(body, sought.period)) yield came(invoiceIn(part.place, part), warnings);
      }
    }
    if (!lighter) return;
  }
}

/** A time-out that a smaller answer may avoid. */
function isTooHeavy({ fault, status }: FetchFailure): boolean {
  return status === 504 || (status === null && fault === 'time-out');
}

function listing(
  link: Link,
  calls: InvoiceCalls,
  customerId: string,
  pageSize: number | null,
): AsyncIterable<ExchangePart> {
  const query = { customerId, ...queryOf(calls) };
  const heavy = pageSize !== 1;
  if (pageSize === null) return exchange(link, { path: pathOf(ALL, query), keys: ['data'], heavy });
  const question = (page: number) => ({
    path: pathOf(PAGINATED, { ...query, page: `${page}`, limit: `${pageSize}` }),
    keys: ['data'],
    heavy,
  });
  return paged(link, { question, sizeOf });
}

function sizeOf(around: unknown) {
  return {
    pages: numberAt(around, ['pageInfo', 'totalPages']),
    elements: numberAt(around, ['pageInfo', 'totalResults']),
  };
}

function queryOf({ productId, fromCache, withPaymentStatus }: InvoiceCalls) {
  return {
    productId,
    fromCache: `${fromCache}`,
    withPaymentStatus: `${withPaymentStatus}`,
  };
}

function pathOf(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query)}`;
}

function invoiceIn(
  origin: string,
  { element, at }: ExchangePart & { kind: 'element' },
): FetchedInvoice {
  const { body, bytes, sha256, path } = element;
  return { raw: { body, origin, path }, bytes, sha256, fetchedAt: at };
}

/** One invoice; null where there is none: Amberflo then answers 404, or 200 with nothing, `null` or `{}`. */
export async function invoiceOf(
  link: Link,
  calls: InvoiceCalls,
  sought: InvoiceSought,
): Promise<Fetched<FetchedInvoice | null>> {
  const key = Object.entries(sought).map(([name, value]) => [name, `${value}`] as const);
  const path = pathOf(ONE, { ...Object.fromEntries(key), ...queryOf(calls) });
  const origin = placeOf(link, path);
  for await (const part of exchange(link, { path, keys: [], heavy: false })) {
    if (part.kind === 'element') return came(invoiceIn(origin, part), part.element.warnings);
    if (part.kind === 'failure')
      return part.failure.fault === 'not-found' ? came(null) : missed(part.failure);
    const { around: body, bytes, warnings } = part.whole;
    if (isNothing(body)) return came(null, warnings);
    const raw = { body, origin, path: '$' };
    return came({ raw, bytes, sha256: sha256Of(bytes), fetchedAt: part.at }, warnings);
  }
  throw new Error(`an exchange without an end: ${origin}`);
}

function isNothing(body: unknown): boolean {
  if (body === undefined || body === null) return true;
  return typeof body === 'object' && Object.keys(body).length === 0;
}
