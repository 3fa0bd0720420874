import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { came, fetchFailure, missed, type FetchedInvoice } from '../../src/fetch/fetched.ts';
import type { Source } from '../../src/run/source.ts';

type Body = Record<string, unknown>;

const [, SEPTEMBER = {}] = JSON.parse(
  readFileSync('examples/amberflo-invoices.json', 'utf8'),
) as Body[];

/** A made-up account: customers with their invoices, which a test may change between runs. */
export interface Account {
  readonly customers: Body[];
  readonly invoices: Map<string, Body[]>;
  readonly source: Source;
}

/** The sample invoice of September 2025 for another customer. */
export function invoiceFor(customer: string, changes: Body = {}): Body {
  const key = SEPTEMBER['invoiceKey'] as Body;
  return {
    ...SEPTEMBER,
    invoiceUri: `payments/invoices/account_id=1/customer_id=${customer}/month=09`,
    invoiceKey: { ...key, customerId: customer },
    ...changes,
  };
}

/** An account of so many customers, `c001` and on, with an address each and one invoice. */
export function accountOf(count: number): Account {
  return accountWith(
    Array.from({ length: count }, (_, index) => `c${`${index + 1}`.padStart(3, '0')}`),
  );
}

/** An account of these customers, with an address each and one invoice. */
export function accountWith(ids: readonly string[]): Account {
  const customers = ids.map((id) => customerFor(id));
  const invoices = new Map(ids.map((id) => [id, [invoiceFor(id)]]));
  return { customers, invoices, source: sourceOf(customers, invoices) };
}

/** A customer as Amberflo gives it. */
export function customerFor(id: string, changes: Body = {}): Body {
  return {
    customerId: id,
    customerName: `Customer ${id}`,
    customerEmail: `${id}@example.com`,
    ...changes,
  };
}

function sourceOf(customers: readonly Body[], invoices: ReadonlyMap<string, Body[]>): Source {
  return {
    async *customers() {
      for (const body of customers) yield came(fetched(body));
    },
    async customer(id) {
      const body = customers.find(({ customerId }) => customerId === id);
      return came(body === undefined ? null : fetched(body));
    },
    async *invoicesOf(id) {
      for (const body of invoices.get(id) ?? []) yield came(invoiceOf(body));
    },
  };
}

/** A source whose every request fails so. */
export function failingSource(fault: 'unauthorized' | 'unreachable'): Source {
  const why = missed(fetchFailure('GET /customers', 'refused', { fault }));
  return {
    async *customers() {
      yield why;
    },
    customer: async () => why,
    async *invoicesOf() {
      yield why;
    },
  };
}

function fetched(body: Body) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return { body, bytes, sha256: sha256(bytes), fetchedAt: '2025-10-01T00:00:00.000Z' };
}

function invoiceOf(body: Body): FetchedInvoice {
  const { bytes, sha256: digest, fetchedAt } = fetched(body);
  return { raw: { body, origin: 'test', path: '$' }, bytes, sha256: digest, fetchedAt };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
