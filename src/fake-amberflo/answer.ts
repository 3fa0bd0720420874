import type { Account } from './account.ts';
import { findCustomer, makeCustomer, type FakeCustomer } from './make-customer.ts';
import { billsOf, makeInvoice } from './make-invoice.ts';

/** What the make-believe API says to a request. */
export type FakeAnswer =
  | { readonly kind: 'value'; readonly status: number; readonly value: unknown }
  /** A body that is no JSON value: nothing at all. */
  | { readonly kind: 'empty' }
  /** A list that is written element by element, with what stands around it. */
  | {
      readonly kind: 'list';
      readonly before: string;
      readonly elements: Iterable<unknown>;
      readonly after: string;
    };

const INVOICES = '/payments/billing/customer-product-invoice';

/** Answer a request of the account’s API. */
export function answer(account: Account, url: URL): FakeAnswer {
  const { pathname: path, searchParams: query } = url;
  if (path === '/customers/paging') return customersPage(account, query);
  if (path === '/customers' || path === '/customers/') {
    const id = query.get('customerId');
    return id === null ? listOf(allCustomers(account)) : customerOf(account, id);
  }
  if (path.startsWith('/customers/'))
    return customerOf(account, decodeURIComponent(path.slice(11)));
  if (path === INVOICES) return oneInvoice(account, query);
  if (path === `${INVOICES}/all`) return allInvoices(account, query);
  if (path === `${INVOICES}/paginated`) return invoicesPage(account, query);
  return problem(404, 'Not Found');
}

function problem(status: number, message: string): FakeAnswer {
  return { kind: 'value', status, value: { message } };
}

function listOf(elements: Iterable<unknown>): FakeAnswer {
  return { kind: 'list', before: '[', elements, after: ']' };
}

function* allCustomers(account: Account, from = 0, to = account.customers): Generator<unknown> {
  for (let index = from; index < to; index += 1) yield makeCustomer(account, index).wire;
}

/** An id that nobody has is answered with an empty object, as Amberflo does. */
function customerOf(account: Account, id: string): FakeAnswer {
  return { kind: 'value', status: 200, value: findCustomer(account, id)?.wire ?? {} };
}

function customersPage(account: Account, query: URLSearchParams): FakeAnswer {
  const [limit, page] = [numberOf(query, 'limit', 50), numberOf(query, 'page', 1)];
  const from = Math.min(account.customers, (page - 1) * limit);
  const to = Math.min(account.customers, from + limit);
  const metadata = {
    totalRowCount: account.customers,
    filteredRowCount: account.customers,
    limit,
    page,
    totalFilteredPages: Math.ceil(account.customers / limit),
    isAscending: true,
    sort: query.get('sort') ?? 'customerName',
    search: '',
  };
  const elements = allCustomers(account, from, to);
  return {
    kind: 'list',
    before: '{"items":[',
    elements,
    after: `],"metadata":${JSON.stringify(metadata)}}`,
  };
}

function numberOf(query: URLSearchParams, name: string, usual: number): number {
  const value = Number(query.get(name) ?? usual);
  return Number.isInteger(value) && value > 0 ? value : usual;
}

function customerAsked(account: Account, query: URLSearchParams): FakeCustomer | null {
  return findCustomer(account, query.get('customerId') ?? '');
}

/** A customer without invoices has, in turn, an empty body, `null` and an empty list, as seen in the wild. */
function allInvoices(account: Account, query: URLSearchParams): FakeAnswer {
  if (query.get('customerId') === null) return problem(400, 'customerId is required');
  const customer = customerAsked(account, query);
  if (customer === null) return listOf([]);
  if (customer.oddity !== 'no-invoices') return listOf(invoices(account, customer, query));
  if (customer.index % 2 === 0) return { kind: 'value', status: 200, value: null };
  return customer.index % 3 === 0 ? { kind: 'empty' } : listOf([]);
}

function* invoices(
  account: Account,
  customer: FakeCustomer,
  query: URLSearchParams,
): Generator<unknown> {
  for (const bill of billsOf(account, customer)) {
    yield asAsked(makeInvoice(account, customer, bill), query);
  }
}

/** Without the question, nobody asked the payment provider. */
function asAsked(invoice: ReturnType<typeof makeInvoice>, query: URLSearchParams): unknown {
  return query.get('withPaymentStatus') === 'true'
    ? invoice
    : { ...invoice, paymentStatus: 'unknown' };
}

function invoicesPage(account: Account, query: URLSearchParams): FakeAnswer {
  const customer = customerAsked(account, query);
  const [limit, page] = [numberOf(query, 'limit', 10), numberOf(query, 'page', 1)];
  const bills = customer === null ? [] : billsOf(account, customer);
  const pageInfo = {
    pageNumber: page,
    pageSize: limit,
    pageToken: null,
    totalPages: Math.ceil(bills.length / limit),
    totalResults: bills.length,
  };
  const shown = bills.slice((page - 1) * limit, page * limit);
  const elements = shown.map((bill) =>
    customer === null ? null : asAsked(makeInvoice(account, customer, bill), query),
  );
  return {
    kind: 'list',
    before: `{"pageInfo":${JSON.stringify(pageInfo)},"data":[`,
    elements,
    after: ']}',
  };
}

function oneInvoice(account: Account, query: URLSearchParams): FakeAnswer {
  const customer = customerAsked(account, query);
  if (customer === null) return { kind: 'value', status: 200, value: {} };
  const [year, month, day] = ['year', 'month', 'day'].map((name) => Number(query.get(name)));
  const start = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 1000;
  const latest = query.get('latest') === 'true';
  const bill = billsOf(account, customer).find(({ span }) => latest || span.start === start);
  if (bill === undefined) return { kind: 'empty' };
  return {
    kind: 'value',
    status: 200,
    value: asAsked(makeInvoice(account, customer, bill), query),
  };
}
