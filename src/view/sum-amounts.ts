import { sum } from '../money/money.ts';
import type { OptionalAmounts } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';

/** The exact sum of amounts in every column; a column that no part has stays empty. */
export function sumAmounts(
  parts: readonly OptionalAmounts[],
  { invoice }: ViewContext,
): OptionalAmounts {
  const column = (kind: keyof OptionalAmounts) => {
    const currency = invoice.columns[kind];
    const given = parts.map((part) => part[kind]).filter((amount) => amount !== null);
    return currency === null || given.length === 0 ? null : sum(given, currency);
  };
  return { payment: column('payment'), base: column('base'), credits: column('credits') };
}
