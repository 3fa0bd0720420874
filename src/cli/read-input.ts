import { readFileSync, statSync } from 'node:fs';
import { failed, failure, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { checkSize, readInvoices } from '../fetch/read-invoices.ts';

/** The invoices of a file, or of standard input for `-`. */
export function readInput(name: string): Outcome<readonly RawInvoice[]> {
  try {
    const tooLarge = name === '-' ? null : checkSize(statSync(name).size, name);
    return tooLarge === null
      ? readInvoices(readFileSync(name === '-' ? 0 : name), name)
      : failed([tooLarge]);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const hint = 'Check the name; a single - reads standard input.';
    return failed([
      failure('fetch', name, 'The file cannot be read', {
        expected: 'a readable file',
        found,
        hint,
      }),
    ]);
  }
}
