import type { Length, Style } from '../style/style.ts';
import type { IntrinsicWidths } from './context.ts';
import { resolve, type UsedEdges } from './used-edges.ts';

type Sizing = Length | 'auto' | 'none' | 'min-content' | 'max-content' | 'fit-content';

/** Border box from the value of `width` or `height` (CSS Sizing 3, section 3.3). */
export function borderBox(value: number, style: Style, edges: number): number {
  return style.boxSizing === 'border-box' ? Math.max(value, edges) : Math.max(value, 0) + edges;
}

/** What the widths of one box are measured against. */
export interface WidthBase {
  /** Width of the containing block's content box. */
  readonly containing: number;
  /** Room for the border box: the containing block less margins. */
  readonly available: number;
  /** Asked only where a keyword needs it. */
  readonly intrinsic: () => IntrinsicWidths;
}

/** Shrink-to-fit width (CSS 2.1, section 10.3.5). */
export function fitContent(widths: IntrinsicWidths, available: number): number {
  return Math.min(Math.max(widths.min, available), Math.max(widths.max, widths.min));
}

function width(value: Sizing, style: Style, edges: UsedEdges, base: WidthBase): number | null {
  if (value === 'auto' || value === 'none') return null;
  if (value === 'min-content') return base.intrinsic().min;
  if (value === 'max-content') return base.intrinsic().max;
  if (value === 'fit-content') return fitContent(base.intrinsic(), base.available);
  return borderBox(resolve(value, base.containing), style, edges.left + edges.right);
}

/** Border-box width that `width` asks for; null for auto. */
export function specifiedWidth(style: Style, edges: UsedEdges, base: WidthBase): number | null {
  return width(style.width, style, edges, base);
}

/** Hold a border-box width within `min-width` and `max-width` (CSS 2.1, section 10.4) and never below its own edges. */
export function clampWidth(value: number, style: Style, edges: UsedEdges, base: WidthBase): number {
  const max = width(style.maxWidth, style, edges, base) ?? Infinity;
  const min = width(style.minWidth, style, edges, base) ?? 0;
  return Math.max(Math.min(value, max), min, edges.left + edges.right);
}

function height(value: Sizing, style: Style, edges: UsedEdges, base: number | null): number | null {
  if (typeof value === 'string') return null;
  if (value.percent !== 0 && base === null) return null;
  return borderBox(resolve(value, base ?? 0), style, edges.top + edges.bottom);
}

/** Hold a border-box height within `min-height` and `max-height`; percentages count where the base is known. */
export function clampHeight(
  value: number,
  style: Style,
  edges: UsedEdges,
  base: number | null,
): number {
  const max = height(style.maxHeight, style, edges, base) ?? Infinity;
  const min = height(style.minHeight, style, edges, base) ?? 0;
  return Math.max(Math.min(value, max), min, edges.top + edges.bottom);
}

/** Border-box height that `height` asks for, clamped; null for auto and for percentages of an unknown base. */
export function specifiedHeight(
  style: Style,
  edges: UsedEdges,
  base: number | null,
): number | null {
  const value = height(style.height, style, edges, base);
  return value === null ? null : clampHeight(value, style, edges, base);
}
