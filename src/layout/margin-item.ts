import type { FaceMetrics } from '../font/face.ts';
import type { Rect } from '../geometry.ts';
import type { MarginBoxName, MarginBoxStyle, PageStyle } from '../style/page-style.ts';
import type { Style } from '../style/style.ts';
import { decorationOf } from './decoration.ts';
import type { TextSetting } from './item.ts';
import type { MarginItem } from './page-frame.ts';
import type { PageBase } from './page-frames.ts';
import { borderWidths, resolve, sumEdges, usedPadding } from './used-edges.ts';
import { borderBox } from './used-size.ts';

type Align = MarginItem['align'];

/** Default alignment by name (CSS Paged Media 3, section 5.3). */
const ALIGNS: Record<MarginBoxName, Align> = {
  'top-left-corner': 'right',
  'top-left': 'left',
  'top-center': 'center',
  'top-right': 'right',
  'top-right-corner': 'left',
  'bottom-left-corner': 'right',
  'bottom-left': 'left',
  'bottom-center': 'center',
  'bottom-right': 'right',
  'bottom-right-corner': 'left',
};

/** Room for margin boxes across: a corner, or the whole edge. */
function acrossOf(
  name: MarginBoxName,
  { size, margin }: PageStyle,
): { readonly x: number; readonly width: number } {
  if (name.endsWith('left-corner')) return { x: 0, width: margin.left };
  if (name.endsWith('right-corner')) return { x: size.width - margin.right, width: margin.right };
  return { x: margin.left, width: Math.max(0, size.width - margin.left - margin.right) };
}

/** The containing block of a margin box. */
function regionOf(name: MarginBoxName, page: PageStyle): Rect {
  const { x, width } = acrossOf(name, page);
  const { size, margin } = page;
  return name.startsWith('top')
    ? { x, y: 0, width, height: margin.top }
    : { x, y: size.height - margin.bottom, width, height: margin.bottom };
}

/** A width of its own puts the box at its place on the edge; without one it takes the whole edge. */
function boxArea({ name, style }: MarginBoxStyle, region: Rect): Rect {
  const edges = sumEdges(borderWidths(style), usedPadding(style, region.width));
  const given = typeof style.width === 'string' ? null : resolve(style.width, region.width);
  if (given === null) return region;
  const width = Math.min(region.width, borderBox(given, style, edges.left + edges.right));
  const free = region.width - width;
  const start = { left: 0, center: free / 2, right: free }[ALIGNS[name]];
  return { x: region.x + start, y: region.y, width, height: region.height };
}

function alignOf({ name, style }: MarginBoxStyle): Align {
  const { textAlign } = style;
  if (textAlign === 'left' || textAlign === 'right' || textAlign === 'center') return textAlign;
  if (textAlign === 'end') return style.direction === 'ltr' ? 'right' : 'left';
  return ALIGNS[name];
}

function verticalAlignOf({ verticalAlign }: Style): MarginItem['verticalAlign'] {
  return verticalAlign === 'top' || verticalAlign === 'bottom' ? verticalAlign : 'middle';
}

function lineHeightOf({ lineHeight, fontSize }: Style, metrics: FaceMetrics): number {
  if (lineHeight === 'normal') {
    return ((metrics.ascent + metrics.descent + metrics.lineGap) / metrics.unitsPerEm) * fontSize;
  }
  return 'px' in lineHeight ? lineHeight.px : lineHeight.factor * fontSize;
}

function settingOf(style: Style, { fonts, language }: PageBase): TextSetting {
  const { fontFamily, fontWeight, fontStyle, fontSize, color, letterSpacing } = style;
  const kerning = style.fontKerning === 'none' ? ['-kern'] : [];
  return {
    stack: fonts.stack(fontFamily, fontWeight, fontStyle),
    shaping: {
      script: 'Latn',
      language: style.language === '' ? language : style.language,
      direction: style.direction,
      features: [...style.fontVariantNumeric, ...kerning],
    },
    size: fontSize,
    color,
    letterSpacing,
  };
}

/** The area inside borders and padding, where the words are set. */
function contentArea(style: Style, area: Rect): Rect {
  const edges = sumEdges(borderWidths(style), usedPadding(style, area.width));
  return {
    x: area.x + edges.left,
    y: area.y + edges.top,
    width: Math.max(0, area.width - edges.left - edges.right),
    height: Math.max(0, area.height - edges.top - edges.bottom),
  };
}

/** Settle place and setting of a margin box (CSS Paged Media 3, section 5.3); its words are the page breaker's. */
export function marginItem(box: MarginBoxStyle, page: PageStyle, base: PageBase): MarginItem {
  const area = boxArea(box, regionOf(box.name, page));
  const setting = settingOf(box.style, base);
  const decoration = decorationOf(box.style, area, new WeakMap());
  return {
    area: decoration === null ? contentArea(box.style, area) : area,
    content: box.content,
    setting,
    lineHeight: lineHeightOf(box.style, setting.stack.primary.metrics),
    align: alignOf(box),
    verticalAlign: verticalAlignOf(box.style),
    decoration,
  };
}
