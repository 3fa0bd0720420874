import type { SourceOffset } from '../markup/element.ts';
import type { ItemName } from './item.ts';

/** What names a box in warnings; the box itself is not kept. */
export function nameOf(box: { readonly kind: string; readonly source: SourceOffset }): ItemName {
  return { kind: box.kind, source: box.source };
}
