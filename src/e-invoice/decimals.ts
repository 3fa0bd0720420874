import type { Decimal } from './e-invoice.ts';

/** Whether a written decimal is zero. */
export function isNothing(value: Decimal): boolean {
  return /^-?[0.]*$/.test(value);
}
