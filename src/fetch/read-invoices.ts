import { andThen, failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { decodeText } from './decode-text.ts';
import { openEnvelope } from './open-envelope.ts';
import { parseJson } from './parse-json.ts';
import type { RawInvoice } from './raw-invoice.ts';

/** The longest body that is read at once: 256 MiB. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** The untrusted invoices of a file's or answer's bytes, each with its place. Elements of a list are not looked at. */
export function readInvoices(bytes: Uint8Array, origin: string): Outcome<readonly RawInvoice[]> {
  const tooLarge = checkSize(bytes.length, origin);
  if (tooLarge !== null) return failed([tooLarge]);
  return andThen(decodeText(bytes, origin), (text) =>
    andThen(demandContent(text, origin), (content) =>
      andThen(parseJson(content, origin), (body) => openEnvelope(body, origin)),
    ),
  );
}

/** Whether a body of so many bytes is too large to read; ask before reading a file. */
export function checkSize(bytes: number, origin: string): Failure | null {
  if (bytes <= MOST_BYTES) return null;
  return failure('fetch', origin, 'The file is too large', {
    expected: `at most ${mebibytes(MOST_BYTES)} MiB`,
    found: `${mebibytes(bytes)} MiB`,
    hint: 'Split it into several files.',
  });
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

function demandContent(text: string, origin: string): Outcome<string> {
  if (/\S/.test(text)) return success(text);
  return failed([
    failure('fetch', origin, 'The body is empty', {
      expected: 'JSON',
      found: text === '' ? 'no bytes' : 'white space only',
      hint: 'Amberflo answers so when the customer has no invoices yet.',
    }),
  ]);
}
