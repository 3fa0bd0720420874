import { andThen, failed, failure, success, type Outcome } from '../failure.ts';
import { openEnvelope } from './open-envelope.ts';
import { parseAround, parseElement } from './parse-piece.ts';
import type { RawInvoice } from './raw-invoice.ts';
import { tooLargeInvoice, LARGEST_INVOICE } from './largest-invoice.ts';
import { splitList } from './split-list.ts';

/**
 * The untrusted invoices of a text of any length, as they come: a list, a page or event with a list of `data`, or one invoice.
 * An element that is no JSON is a failure of its own; a text that ends too early ends with one.
 */
export async function* streamInvoices(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
): AsyncGenerator<Outcome<readonly RawInvoice[]>> {
  let count = 0;
  for await (const piece of splitList(chunks, { keys: ['data'], ...LARGEST_INVOICE })) {
    switch (piece.kind) {
      case 'element':
        yield invoiceOf(piece.bytes, origin, `${piece.key}[${count}]`);
        count += 1;
        break;
      case 'rest':
        yield restOf(piece.bytes, origin, count);
        break;
      case 'too-large':
        yield failed([failure('fetch', `${origin}#[${count}]`, ...tooLargeInvoice(piece.of))]);
    }
  }
}

function invoiceOf(
  bytes: Uint8Array,
  origin: string,
  path: string,
): Outcome<readonly RawInvoice[]> {
  const parsed = parseElement(bytes, `${origin}#${path}`);
  return parsed.ok ? success([{ body: parsed.value, origin, path }], parsed.warnings) : parsed;
}

/** Around elements there is nothing more to be had, but it has to be JSON; without any, it is the invoice itself. */
function restOf(bytes: Uint8Array, origin: string, count: number): Outcome<readonly RawInvoice[]> {
  return andThen(parseAround(bytes, origin), (body) =>
    count === 0 ? openEnvelope(body, origin) : success([]),
  );
}
