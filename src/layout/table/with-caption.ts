import type { TableBox } from '../../box/box.ts';
import type { DocumentContext } from '../document.ts';
import type { Column, Stacked } from '../item.ts';
import { usedMargins } from '../used-edges.ts';
import { strongest } from '../block/propagate-breaks.ts';
import { plainColumn } from '../plain-column.ts';

/** Put the caption above or below the table; both together are the table's wrapper (CSS 2.1, section 17.4). */
export function withCaption(box: TableBox, table: Column, document: DocumentContext): Column {
  if (box.caption === null) return table;
  const margins = usedMargins(box.caption.style, table.width);
  const space = { width: table.width, height: null };
  const [above, below] = [margins.top ?? 0, margins.bottom ?? 0];
  const isAbove = box.caption.style.captionSide === 'top';
  const laid = document.layoutBox(box.caption, space);
  const keep = isAbove ? { after: 'avoid' as const } : { before: 'avoid' as const };
  const caption = {
    x: margins.left ?? 0,
    item: { ...laid, breaks: { ...laid.breaks, inside: 'avoid' as const, ...keep } },
  };
  const children: Stacked[] = isAbove
    ? [
        { ...caption, gap: above },
        { x: 0, gap: below, item: table },
      ]
    : [
        { x: 0, gap: 0, item: table },
        { ...caption, gap: above },
      ];
  const wrapper = plainColumn(table.name, table.width, children);
  const slack = isAbove ? 0 : below;
  const { before, after, inside } = table.breaks;
  const breaks = { before: strongest(before, 'auto'), after: strongest(after, 'auto'), inside };
  return { ...wrapper, breaks, height: wrapper.height + slack, slack, layer: table.layer };
}
