import { placeOf } from './ask.ts';
import { exchange, type ExchangePart } from './exchange.ts';
import { came, missed, type Fetched, type FetchedCustomer } from './fetched.ts';
import type { Link } from './link.ts';
import { numberAt } from './number-at.ts';
import { paged } from './paged.ts';
import { sha256Of } from './read-answer.ts';

/** Every customer of the account, in Amberflo's order by name. */
export async function* customersOf(
  link: Link,
  pageSize: number,
): AsyncGenerator<Fetched<FetchedCustomer>> {
  const question = (page: number) => ({
    path: `/customers/paging?${new URLSearchParams({ limit: `${pageSize}`, page: `${page}`, sort: 'customerName' })}`,
    keys: ['items'],
    heavy: false,
  });
  for await (const part of paged(link, { question, sizeOf })) {
    if (part.kind === 'element') yield came(customerIn(part), part.element.warnings);
    if (part.kind === 'failure') yield missed(part.failure);
  }
}

function sizeOf(around: unknown) {
  return {
    pages: numberAt(around, ['metadata', 'totalFilteredPages']),
    elements: numberAt(around, ['metadata', 'filteredRowCount']),
  };
}

function customerIn({ element, at }: ExchangePart & { kind: 'element' }): FetchedCustomer {
  const { body, bytes, sha256 } = element;
  return { body, bytes, sha256, fetchedAt: at };
}

/** One customer; null where there is none: Amberflo then answers 404, or 200 with nothing or `{}`. */
export async function customerOf(link: Link, id: string): Promise<Fetched<FetchedCustomer | null>> {
  const path = `/customers/?${new URLSearchParams({ customerId: id })}`;
  for await (const part of exchange(link, { path, keys: [], heavy: false })) {
    if (part.kind === 'element') return came(customerIn(part), part.element.warnings);
    if (part.kind === 'failure')
      return part.failure.fault === 'not-found' ? came(null) : missed(part.failure);
    const { around: body, bytes, warnings } = part.whole;
    if (!isCustomer(body)) return came(null, warnings);
    return came({ body, bytes, sha256: sha256Of(bytes), fetchedAt: part.at }, warnings);
  }
  throw new Error(`an exchange without an end: ${placeOf(link, path)}`);
}

function isCustomer(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, 'customerId');
}
