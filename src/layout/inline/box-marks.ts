import { usedRadii } from '../decoration.ts';
import type { BorderSide, Decoration, ItemMark, RectMark } from '../item.ts';
import type { Size } from '../../geometry.ts';
import type { Style } from '../../style/style.ts';
import { fade } from './fade.ts';
import type { InlineBox } from './inline-box.ts';
import type { BoxStretch } from './place-fragments.ts';

/** Background and borders of a span's stretch on a line, sliced at line breaks (CSS Fragmentation 3, section 6.1); null where nothing shows. */
export function boxMark(stretch: BoxStretch, baseline: number): ItemMark | null {
  const { box, left, right, hasLeft, hasRight } = stretch;
  const { style, font } = box;
  const top = font.ascent + style.borderTopWidth + box.paddingTop;
  const height = top + font.descent + style.borderBottomWidth + box.paddingBottom;
  const decoration = boxDecoration(box, { width: right - left, height });
  if (!decoration) return null;
  const sides = { top: true, right: hasRight, bottom: true, left: hasLeft };
  const mark: RectMark = { kind: 'rect', width: right - left, height, decoration, sides };
  return { x: left, y: baseline - top, mark };
}

function boxDecoration({ style, opacity }: InlineBox, size: Size): Decoration | null {
  if (style.visibility !== 'visible') return null;
  const background = style.backgroundColor.alpha > 0 ? fade(style.backgroundColor, opacity) : null;
  const border = boxBorder(style, opacity);
  if (background === null && border === null) return null;
  return { background, border, radii: usedRadii(style, size) };
}

function boxBorder(style: Style, opacity: number): Decoration['border'] {
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth } = style;
  if (borderTopWidth + borderRightWidth + borderBottomWidth + borderLeftWidth === 0) return null;
  return {
    top: side(borderTopWidth, style.borderTopStyle, fade(style.borderTopColor, opacity)),
    right: side(borderRightWidth, style.borderRightStyle, fade(style.borderRightColor, opacity)),
    bottom: side(
      borderBottomWidth,
      style.borderBottomStyle,
      fade(style.borderBottomColor, opacity),
    ),
    left: side(borderLeftWidth, style.borderLeftStyle, fade(style.borderLeftColor, opacity)),
  };
}

function side(width: number, style: BorderSide['style'], color: BorderSide['color']): BorderSide {
  return { width, style, color };
}
