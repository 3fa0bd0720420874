import type { ComputedStyle, MutableStyle } from './computed-style.ts';
import type { Display, Style } from './style.ts';

/** What a box becomes that has to be block-level (CSS Display 3, section 2.7). */
const BLOCKIFIED: Readonly<Partial<Record<Display, Display>>> = {
  inline: 'block',
  'inline-block': 'block',
  'inline-flex': 'flex',
  'inline-grid': 'grid',
  'inline-table': 'table',
  'table-row': 'block',
  'table-row-group': 'block',
  'table-header-group': 'block',
  'table-footer-group': 'block',
  'table-cell': 'block',
  'table-column': 'block',
  'table-column-group': 'block',
  'table-caption': 'block',
};

/** Values that depend on other values of the same element. Gives whether children become flex or grid items. */
export function adjustStyle(style: MutableStyle, parent: ComputedStyle, isRoot: boolean): boolean {
  const outOfFlow = style.position === 'absolute' || style.position === 'fixed';
  if (isRoot || outOfFlow || parent.itemises)
    style.display = BLOCKIFIED[style.display] ?? style.display;
  if (isRoot && style.display === 'contents') style.display = 'block';
  dropUnusedBorders(style);
  if (!isRoot) propagateDecoration(style, parent.style, outOfFlow);
  return itemises(style.display, parent.itemises);
}

const CONTAINERS: ReadonlySet<Display> = new Set(['flex', 'inline-flex', 'grid', 'inline-grid']);

const itemises = (display: Display, around: boolean): boolean =>
  display === 'contents' ? around : CONTAINERS.has(display);

/** CSS Backgrounds 3, section 4.3. */
function dropUnusedBorders(style: MutableStyle): void {
  if (isNone(style.borderTopStyle)) style.borderTopWidth = 0;
  if (isNone(style.borderRightStyle)) style.borderRightWidth = 0;
  if (isNone(style.borderBottomStyle)) style.borderBottomWidth = 0;
  if (isNone(style.borderLeftStyle)) style.borderLeftWidth = 0;
}

const isNone = (style: Style['borderTopStyle']): boolean => style === 'none' || style === 'hidden';

const ATOMIC: ReadonlySet<Display> = new Set([
  'inline-block',
  'inline-flex',
  'inline-grid',
  'inline-table',
]);

/**
 * Decorations reach all in-flow content inside, atoms and boxes out of flow excepted (CSS Text Decoration 3, section 2.1).
 * Own lines and those from around share one colour and style: the own ones.
 */
function propagateDecoration(style: MutableStyle, parent: Style, outOfFlow: boolean): void {
  if (outOfFlow || ATOMIC.has(style.display) || parent.textDecorationLine.length === 0) return;
  if (style.textDecorationLine.length === 0) {
    style.textDecorationColor = parent.textDecorationColor;
    style.textDecorationStyle = parent.textDecorationStyle;
    style.textDecorationThickness = parent.textDecorationThickness;
  }
  style.textDecorationLine = union(style.textDecorationLine, parent.textDecorationLine);
}

function union(
  own: Style['textDecorationLine'],
  around: Style['textDecorationLine'],
): Style['textDecorationLine'] {
  const lines = new Set([...own, ...around]);
  return lines.size === around.length ? around : [...lines];
}
