import { createReadStream, readFileSync, statSync } from 'node:fs';
import { failed, failure, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { readInvoices } from '../fetch/read-invoices.ts';
import { streamInvoices } from '../fetch/stream-invoices.ts';

/** From this size on a file is read piece by piece: 32 MiB. */
export const STREAMED_FROM: number = 32 * 1024 * 1024;

/** The invoices of a file, or of standard input for `-`: at once, or of a large file one after another. */
export async function* readInput(
  name: string,
  streamedFrom = STREAMED_FROM,
): AsyncGenerator<Outcome<readonly RawInvoice[]>> {
  try {
    if (name !== '-' && statSync(name).size >= streamedFrom)
      yield* streamInvoices(createReadStream(name, { highWaterMark: 1024 * 1024 }), name);
    else yield readInvoices(readFileSync(name === '-' ? 0 : name), name);
  } catch (error) {
    yield unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): Outcome<never> {
  const found = error instanceof Error ? error.message : String(error);
  const hint = 'Check the name; a single - reads standard input.';
  const details = { expected: 'a readable file', found, hint };
  return failed([failure('fetch', name, 'The file cannot be read', details)]);
}
