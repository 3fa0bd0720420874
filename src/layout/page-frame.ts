import type { Rect, Size } from '../geometry.ts';
import type { MarginContent } from '../style/page-style.ts';
import type { Decoration, TextSetting } from './item.ts';

/** A margin box: its place on the sheet and the words to set there, once per page. */
export interface MarginItem {
  readonly area: Rect;
  readonly content: readonly MarginContent[];
  readonly setting: TextSetting;
  /** px from one baseline to the next; content may hold line feeds. */
  readonly lineHeight: number;
  readonly align: 'left' | 'right' | 'center';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  readonly decoration: Decoration | null;
}

/** A kind of page, ready to be filled: sheet, content area and margin boxes, px. */
export interface PageFrame {
  readonly size: Size;
  readonly area: Rect;
  readonly margins: readonly MarginItem[];
}
