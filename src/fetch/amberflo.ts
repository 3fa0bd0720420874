import { Agent, type Dispatcher } from 'undici';
import { andThen, failed, success, type Outcome } from '../failure.ts';
import { readBaseUrl } from './base-url.ts';
import { checkApiKey } from './api-key.ts';
import type { FetchRecord, Fetched, FetchedCustomer, FetchedInvoice } from './fetched.ts';
import { customersOf, customerOf } from './fetch-customers.ts';
import { invoiceOf, invoicesOf, type InvoiceCalls, type InvoiceSought } from './fetch-invoices.ts';
import type { Clock, Link, Timeouts } from './link.ts';
import type { Period } from './period.ts';

/** Amberflo's address. */
export const AMBERFLO_URL = 'https://app.amberflo.io';

/** Its payment provider refuses more requests at a time. */
export const MOST_CONCURRENCY = 8;

const TIMEOUTS: Timeouts = { connect: 10_000, headers: 60_000, body: 60_000, total: 1_800_000 };

/** How Amberflo is asked. Everything but the key and the clock may be left out. */
export interface AmberfloOptions extends Partial<InvoiceCalls> {
  readonly baseUrl?: string;
  readonly apiKey: string;
  /** Requests at a time, 8 at most. */
  readonly concurrency?: number;
  readonly timeouts?: Partial<Timeouts>;
  /** How often a request is made at most. Default: 5. */
  readonly attempts?: number;
  /** Customers in a page. Default: 200. */
  readonly customerPageSize?: number;
  readonly clock: Clock;
  /** Gets a record of every exchange. */
  readonly onRecord?: (record: FetchRecord) => void;
  /** In place of connections of our own. */
  readonly dispatcher?: Dispatcher;
}

/** The API, for any number of calls at once. Failures are values; a list ends with the first one. */
export interface Amberflo {
  customers(): AsyncIterable<Fetched<FetchedCustomer>>;
  /** Null where there is no such customer. */
  customer(id: string): Promise<Fetched<FetchedCustomer | null>>;
  /** The invoices of a customer, those of one period or all. */
  invoicesOf(customerId: string, period: Period | null): AsyncIterable<Fetched<FetchedInvoice>>;
  /** Null where there is no such invoice. */
  invoice(sought: InvoiceSought): Promise<Fetched<FetchedInvoice | null>>;
  /** Give the connections back. */
  close(): Promise<void>;
}

/** Open the way to Amberflo's API; fails where the address or the key cannot be used. Nothing is asked yet. */
export function createAmberflo(options: AmberfloOptions): Outcome<Amberflo> {
  const url = readBaseUrl(options.baseUrl ?? AMBERFLO_URL);
  const key = checkApiKey(options.apiKey);
  if (!key.ok) return failed([...key.failures, ...(url.ok ? [] : url.failures)]);
  return andThen(url, (baseUrl) => success(clientOf(linkOf(baseUrl, key.value, options), options)));
}

function linkOf(baseUrl: URL, apiKey: string, options: AmberfloOptions): Link {
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const { attempts = 5, clock, onRecord } = options;
  const dispatcher = options.dispatcher ?? agentOf(timeouts, options.concurrency);
  return {
    baseUrl,
    apiKey,
    dispatcher,
    timeouts,
    attempts,
    clock,
    record: (one) => onRecord?.(one),
  };
}

function agentOf({ connect }: Timeouts, concurrency = MOST_CONCURRENCY): Dispatcher {
  const connections = Math.max(1, Math.min(MOST_CONCURRENCY, Math.floor(concurrency)));
  return new Agent({ connections, pipelining: 1, connect: { timeout: connect } });
}

function clientOf(link: Link, options: AmberfloOptions): Amberflo {
  const calls: InvoiceCalls = {
    productId: options.productId ?? '1',
    fromCache: options.fromCache ?? true,
    withPaymentStatus: options.withPaymentStatus ?? false,
    list: options.list ?? 'all',
    pageSize: options.pageSize ?? 10,
  };
  return {
    customers: () => customersOf(link, options.customerPageSize ?? 200),
    customer: (id) => customerOf(link, id),
    invoicesOf: (customerId, period) => invoicesOf(link, calls, { customerId, period }),
    invoice: (sought) => invoiceOf(link, calls, sought),
    close: () => (options.dispatcher === undefined ? link.dispatcher.close() : Promise.resolve()),
  };
}
