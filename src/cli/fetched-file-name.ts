import { createHash } from 'node:crypto';
import { fileNameOf } from '../deliver/file-name.ts';
import { uriOf } from './outcome-line.ts';

/** Name of the file of a fetched invoice: customer, first day, and eight digits of what tells it from all others. */
export function fetchedFileName(body: unknown, sha256: string): string {
  const uri = uriOf(body);
  const hash = uri === null ? sha256 : createHash('sha256').update(uri).digest('hex');
  const { customerId, year, month, day } = keyOf(body);
  const date = [year, month, day].map((part) => `${part ?? ''}`.padStart(2, '0')).join('');
  return `${fileNameOf(`${customerId ?? 'invoice'}-${date}`)}-${hash.slice(0, 8)}.json`;
}

type Key = Readonly<Record<'customerId' | 'year' | 'month' | 'day', string | number | undefined>>;

function keyOf(body: unknown): Partial<Key> {
  if (typeof body !== 'object' || body === null) return {};
  const { invoiceKey } = body as { readonly invoiceKey?: unknown };
  if (typeof invoiceKey !== 'object' || invoiceKey === null) return {};
  const plain = Object.entries(invoiceKey).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return Object.fromEntries(plain) as Partial<Key>;
}
