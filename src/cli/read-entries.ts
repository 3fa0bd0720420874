import { success, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { readInput } from './read-input.ts';
import { addTime, type Tally } from './tally.ts';

/** What files say, in order: how reading went, and behind it each invoice that was read. */
export type Entry =
  | { readonly kind: 'input'; readonly origin: string; readonly input: Outcome<null> }
  | { readonly kind: 'invoice'; readonly origin: string; readonly raw: RawInvoice };

/** The entries of all files; the time that reading takes is added to the tally, where there is one. */
export async function* readEntries(
  files: readonly string[],
  tally: Tally | null,
): AsyncGenerator<Entry> {
  for (const origin of files) {
    const inputs = tally === null ? readInput(origin) : clocked(readInput(origin), tally);
    for await (const input of inputs) {
      yield { kind: 'input', origin, input: input.ok ? success(null, input.warnings) : input };
      for (const raw of input.ok ? input.value : []) yield { kind: 'invoice', origin, raw };
    }
  }
}

async function* clocked<T>(values: AsyncGenerator<T>, tally: Tally): AsyncGenerator<T> {
  for (;;) {
    const started = performance.now();
    const next = await values.next();
    addTime(tally, 'fetch', performance.now() - started);
    if (next.done === true) return;
    yield next.value;
  }
}
