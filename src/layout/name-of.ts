import type { Source } from '../markup/element.ts';
import { place } from '../markup/element.ts';

/** Words that name a box in warnings: `row at invoice.html:40:3`. */
export function nameOf({
  kind,
  source,
}: {
  readonly kind: string;
  readonly source: Source;
}): string {
  return `${kind} at ${place(source)}`;
}
