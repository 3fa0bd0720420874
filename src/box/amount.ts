import type { Element } from '../markup/element.ts';
import type { CellBox } from './box.ts';
import { warn, type Build } from './build.ts';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A decimal as it is written in `data-amount`; null for anything else. */
export function decimalIn(written: string): string | null {
  const value = written.trim();
  return DECIMAL.test(value) ? value : null;
}

/** `data-amount` under the name in `data-total`. */
export function amountOf(element: Element, build: Build): CellBox['amount'] {
  const written = element.attributes['data-amount']?.trim();
  if (written === undefined || written === '') return null;
  const value = decimalIn(written);
  const name = element.attributes['data-total'] ?? '';
  if (value === null) warnOfAmount(written, element, build);
  else if (name === '')
    warn(build, element.source, 'data-amount without data-total', 'name the sum: data-total="…"');
  return value === null || name === '' ? null : { name, value };
}

function warnOfAmount(written: string, element: Element, build: Build): void {
  const message = `data-amount="${written.slice(0, 40)}" is not a decimal number`;
  warn(build, element.source, message, 'write it with a point and without grouping: 1234.50');
}
