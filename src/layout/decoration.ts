import type { Size } from '../geometry.ts';
import type { Corner, Style } from '../style/style.ts';
import type { BorderSide, Decoration } from './item.ts';
import type { Caches } from './document.ts';
import { resolve } from './used-edges.ts';

type Radii = NonNullable<Decoration['radii']>;

function corners(style: Style): readonly [Corner, Corner, Corner, Corner] {
  const {
    borderTopLeftRadius,
    borderTopRightRadius,
    borderBottomRightRadius,
    borderBottomLeftRadius,
  } = style;
  return [
    borderTopLeftRadius,
    borderTopRightRadius,
    borderBottomRightRadius,
    borderBottomLeftRadius,
  ];
}

function isRound({ x, y }: Corner): boolean {
  return (x.px > 0 || x.percent > 0) && (y.px > 0 || y.percent > 0);
}

/** Asked of every cell that paints something: without a list of the corners. */
function hasRoundCorner(style: Style): boolean {
  return (
    isRound(style.borderTopLeftRadius) ||
    isRound(style.borderTopRightRadius) ||
    isRound(style.borderBottomRightRadius) ||
    isRound(style.borderBottomLeftRadius)
  );
}

/** Corner radii in px, reduced together where neighbours would overlap (CSS Backgrounds 3, section 4.5). */
export function usedRadii(style: Style, size: Size): Radii | null {
  if (!hasRoundCorner(style)) return null;
  const [topLeft, topRight, bottomRight, bottomLeft] = corners(style).map(({ x, y }) => ({
    width: Math.max(0, resolve(x, size.width)),
    height: Math.max(0, resolve(y, size.height)),
  })) as [Size, Size, Size, Size];
  const factor = Math.min(
    1,
    size.width / (topLeft.width + topRight.width),
    size.width / (bottomLeft.width + bottomRight.width),
    size.height / (topLeft.height + bottomLeft.height),
    size.height / (topRight.height + bottomRight.height),
  );
  const scale = ({ width, height }: Size): Size => ({
    width: width * factor,
    height: height * factor,
  });
  return [scale(topLeft), scale(topRight), scale(bottomRight), scale(bottomLeft)];
}

function borderSides(style: Style): Decoration['border'] {
  const side = (
    width: number,
    kind: BorderSide['style'],
    color: BorderSide['color'],
  ): BorderSide => ({
    width,
    style: kind,
    color,
  });
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth } = style;
  if (borderTopWidth + borderRightWidth + borderBottomWidth + borderLeftWidth === 0) return null;
  return {
    top: side(borderTopWidth, style.borderTopStyle, style.borderTopColor),
    right: side(borderRightWidth, style.borderRightStyle, style.borderRightColor),
    bottom: side(borderBottomWidth, style.borderBottomStyle, style.borderBottomColor),
    left: side(borderLeftWidth, style.borderLeftStyle, style.borderLeftColor),
  };
}

function square(style: Style): Decoration | null {
  if (style.visibility !== 'visible') return null;
  const background = style.backgroundColor.alpha > 0 ? style.backgroundColor : null;
  const border = borderSides(style);
  return background === null && border === null ? null : { background, border, radii: null };
}

/** What a box of this style and size paints behind its content; null for nothing. Square ones are shared by style. */
export function decorationOf(
  style: Style,
  size: Size,
  known: Caches['decorations'],
): Decoration | null {
  let plain = known.get(style);
  if (plain === undefined) {
    plain = square(style);
    known.set(style, plain);
  }
  const radii = plain === null ? null : usedRadii(style, size);
  return plain === null || radii === null ? plain : { ...plain, radii };
}

/** The decoration without borders: rows, row groups, and cells whose borders are collapsed. */
export function backgroundOf(style: Style): Decoration | null {
  if (style.visibility !== 'visible' || style.backgroundColor.alpha === 0) return null;
  return { background: style.backgroundColor, border: null, radii: null };
}
