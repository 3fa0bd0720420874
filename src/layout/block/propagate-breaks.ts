import type { Style } from '../../style/style.ts';
import { breaksOf } from '../effects.ts';
import type { Breaks, FlatRow, Stacked } from '../item.ts';

/** The break value that wins at one place: a forced one, then avoid (CSS Fragmentation 3, section 4.1.1). */
export function strongest(one: Breaks['before'], other: Breaks['before']): Breaks['before'] {
  return one === 'page' || other === 'auto' ? one : other;
}

function without(stacked: Stacked, edge: 'before' | 'after'): Stacked {
  const { item } = stacked;
  const breaks = { ...item.breaks, [edge]: 'auto' };
  return {
    ...stacked,
    item: item.kind === 'flat-row' ? rowWith(item, breaks) : { ...item, breaks },
  };
}

/** Rows of long tables are objects of a class: a plain copy would lose what they make when it is read. */
function rowWith(row: FlatRow, breaks: Breaks): FlatRow {
  const { kind, width, height, decoration, overlays, group, layer, baseline, name, amounts } = row;
  const own = { kind, width, height, decoration, overlays, group, layer, baseline, name, amounts };
  return { ...own, breaks, marks: () => row.marks() };
}

/** Hand a break before the first and after the last child to the container, so that it is taken once. */
export function propagateBreaks(
  style: Style,
  children: readonly Stacked[],
): { readonly breaks: Breaks; readonly children: readonly Stacked[] } {
  const own = breaksOf(style);
  const before = children[0]?.item.breaks.before ?? 'auto';
  const after = children.at(-1)?.item.breaks.after ?? 'auto';
  if (before === 'auto' && after === 'auto') return { breaks: own, children };
  const breaks: Breaks = {
    before: strongest(own.before, before),
    after: strongest(own.after, after),
    inside: own.inside,
  };
  const freed = [...children];
  const first = freed[0];
  if (first && before !== 'auto') freed[0] = without(first, 'before');
  const last = freed.at(-1);
  if (last && after !== 'auto') freed[freed.length - 1] = without(last, 'after');
  return { breaks, children: freed };
}
