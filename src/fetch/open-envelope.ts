import { failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { describeFound } from './raw-invoice.ts';
import type { RawInvoice } from './raw-invoice.ts';

/** Fields that tell an invoice from an envelope or an answer that went wrong. */
const INVOICE_FIELDS = ['invoiceUri', 'invoiceKey', 'totalBill', 'productItemInvoices'];
const ERROR_FIELDS = ['errorMessage', 'message', 'error'];
const EXPECTED = 'an invoice, a list of invoices, or an envelope with invoices in its data';

/** The invoices of a body: one invoice, a list, a page `{pageInfo, data}` or an event `{topic, eventId, data}`. */
export function openEnvelope(body: unknown, origin: string): Outcome<readonly RawInvoice[]> {
  if (Array.isArray(body)) return invoicesOf(body, '', origin);
  if (!isObject(body)) return failed([noInvoice(body, origin)]);
  if (INVOICE_FIELDS.some((field) => Object.hasOwn(body, field)))
    return success([{ body, origin, path: '$' }]);
  const error = ERROR_FIELDS.find((field) => ownValue(body, field) !== null);
  const data = ownValue(body, 'data');
  if (data === null && error !== undefined) return failed([answered(error, body[error], origin)]);
  if (Object.hasOwn(body, 'data')) return dataOf(data, origin);
  return failed([noInvoice(body, origin)]);
}

/** The body's own field; null where it has none. */
function ownValue(body: Readonly<Record<string, unknown>>, field: string): unknown {
  return Object.hasOwn(body, field) ? body[field] : null;
}

function dataOf(data: unknown, origin: string): Outcome<readonly RawInvoice[]> {
  if (Array.isArray(data)) return invoicesOf(data, 'data', origin);
  if (isObject(data) && Object.keys(data).length > 0)
    return success([{ body: data, origin, path: 'data' }]);
  return failed([
    failure('fetch', 'data', 'The envelope has no invoice in it', {
      expected: 'an invoice or a list of invoices',
      found: describeFound(data),
      hint: null,
    }),
  ]);
}

function invoicesOf(
  list: readonly unknown[],
  path: string,
  origin: string,
): Outcome<readonly RawInvoice[]> {
  const invoices = list.map((body, index) => ({ body, origin, path: `${path}[${index}]` }));
  return success(invoices, invoices.length === 0 ? [noInvoices(path, origin)] : []);
}

function noInvoices(path: string, origin: string): Failure {
  return failure('fetch', path === '' ? origin : path, 'There are no invoices in the list', {
    expected: 'at least one invoice',
    found: 'a list of 0',
  });
}

function noInvoice(body: unknown, origin: string): Failure {
  const details = {
    expected: EXPECTED,
    found: describeFound(body),
    hint: 'Amberflo answers so when the customer has no such invoice.',
  };
  if (body === null)
    return failure('fetch', origin, 'The body is null: there is no such invoice', details);
  if (isObject(body) && Object.keys(body).length === 0) {
    return failure(
      'fetch',
      origin,
      'The body is an empty object: there is no such invoice',
      details,
    );
  }
  return failure('fetch', origin, 'The JSON is not an invoice', { ...details, hint: null });
}

function answered(field: string, error: unknown, origin: string): Failure {
  return failure('fetch', origin, 'The server answered with an error instead of an invoice', {
    expected: EXPECTED,
    found: `${field}: ${describeFound(error)}`,
    hint: 'Check the API key, the customer and the request.',
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
