import { REFUSE } from './ask.ts';
import type { Ask, Fit, PageContext } from './ask.ts';

/** A leaf that does not fit goes on the next page; one that fits on none stands at the top of a page and is clipped. */
export function fitLeaf(page: PageContext, ask: Ask): Fit {
  const mayEnd = ask.endRoom > Number.NEGATIVE_INFINITY;
  if (!page.waived.room || !ask.atTop || !mayEnd) return REFUSE;
  return {
    kind: 'whole',
    fragment: { kind: 'whole', item: ask.item, height: ask.item.height },
    beyond: null,
  };
}
