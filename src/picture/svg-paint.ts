import type { PathStep, Rect } from '../geometry.ts';
import type { Element } from '../markup/element.ts';
import type { Paint, Stroke } from './picture.ts';
import { resolveGradient } from './svg-gradient.ts';
import type { SvgStyle, WrittenPaint } from './svg-style.ts';
import type { Surroundings, Walk } from './svg-surroundings.ts';

/** An outline to paint. */
export interface Outline {
  readonly steps: readonly PathStep[];
  /** The box that gradients are laid over. */
  readonly bounds: () => Rect | null;
}

const BLACK: Paint = { kind: 'color', color: { red: 0, green: 0, blue: 0, alpha: 1 } };

/** Add an outline to the picture, filled and stroked as its element says. */
export function addOutline(
  walk: Walk,
  element: Element,
  around: Surroundings,
  outline: Outline,
): void {
  const { steps } = outline;
  walk.steps -= steps.length;
  if (steps.length === 0) return;
  const { style, transform, opacity, clips } = around;
  if (around.bare) {
    const plain = { fill: BLACK, fillRule: style.clipRule, stroke: null, opacity: 1, clips };
    return void walk.shapes.push({ steps, transform, ...plain });
  }
  const written = { paint: style.fill, opacity: style.fillOpacity, outline, style };
  const fill = paintOf(walk, element, written);
  const stroke = strokeOf(walk, element, style, outline);
  if (fill === null && stroke === null) return;
  const { fillRule } = style;
  walk.shapes.push({ steps, transform, fill, fillRule, stroke, opacity, clips });
}

function strokeOf(walk: Walk, element: Element, style: SvgStyle, outline: Outline): Stroke | null {
  const { stroke, strokeOpacity, width, cap, join, miterLimit, dash, dashOffset } = style;
  if (width === 0) return null;
  const written = { paint: stroke, opacity: strokeOpacity, outline, style };
  const paint = paintOf(walk, element, written);
  return paint === null ? null : { paint, width, cap, join, miterLimit, dash, dashOffset };
}

interface WantedPaint {
  readonly paint: WrittenPaint;
  readonly opacity: number;
  readonly outline: Outline;
  readonly style: SvgStyle;
}

function paintOf(walk: Walk, element: Element, wanted: WantedPaint): Paint | null {
  const { paint, opacity, style } = wanted;
  if (paint.kind === 'none' || opacity === 0) return null;
  if (paint.kind === 'color') {
    const alpha = paint.color.alpha * opacity;
    return alpha === 0 ? null : { kind: 'color', color: { ...paint.color, alpha } };
  }
  const { ids, rules, viewport } = walk;
  const bounds = wanted.outline.bounds();
  const context = { ids, rules, viewport, color: style.color, opacity, bounds };
  const gradient = resolveGradient(paint.id, context);
  if (gradient !== null) return gradient;
  if (!/Gradient$/.test(ids.get(paint.id)?.name ?? '')) {
    const message = `the paint url(#${paint.id}) is not supported`;
    walk.warn(element, message, 'use a colour or a gradient');
  }
  return paintOf(walk, element, { ...wanted, paint: paint.fallback });
}
