import { MOST_BYTES } from './read-invoices.ts';

/** Objects, lists and what is in them: so many take less than a gigabyte of memory. */
const MOST_VALUES = 10_000_000;

/** The largest invoice that is read where a text holds many: in bytes and in values. */
export const LARGEST_INVOICE = { most: MOST_BYTES, mostValues: MOST_VALUES } as const;

/** What is said of a larger one: message, and what was expected. */
export function tooLargeInvoice(of: 'bytes' | 'values') {
  const most = of === 'bytes' ? `${MOST_BYTES / 1024 / 1024} MiB` : `${MOST_VALUES} values`;
  const hint = 'Leave the hourly slices out where Amberflo allows it.';
  return [
    'One invoice is too large',
    { expected: `at most ${most}`, found: 'more', hint },
  ] as const;
}
