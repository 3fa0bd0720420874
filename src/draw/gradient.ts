import type { Matrix } from '../geometry.ts';
import type { Paint } from '../picture/picture.ts';
import { channels } from './graphics-state.ts';
import { coordinate, factor, matrix } from './format-number.ts';
import type { PdfWriter } from './writer.ts';

/** A gradient as a picture has it. */
export type Gradient = Extract<Paint, { kind: 'gradient' }>;

/** What of the stops a shading shows: their colours, or their transparency as grey. */
export type GradientPart = 'color' | 'alpha';

/** Write a gradient as a shading pattern (ISO 32000-1, section 8.7.4.5); the answer is its object number. */
export function embedGradient(
  writer: PdfWriter,
  gradient: Gradient,
  transform: Matrix,
  part: GradientPart,
): number {
  const space = part === 'color' ? '/DeviceRGB' : '/DeviceGray';
  const type = gradient.shape === 'linear' ? 2 : 3;
  return writer.add(
    `<</Type/Pattern/PatternType 2/Matrix[${matrix(transform)}]/Shading<</ShadingType ${type}` +
      `/ColorSpace${space}/Coords[${coordinates(gradient)}]/Extend[true true]/Function${functionText(gradient, part)}>>>>`,
  );
}

/** The one alpha of all stops; null where they differ. */
export function commonAlpha({ stops }: Gradient): number | null {
  const alpha = stops[0]?.color.alpha ?? 1;
  return stops.every((stop) => stop.color.alpha === alpha) ? alpha : null;
}

function coordinates({ shape, points }: Gradient): string {
  if (shape === 'linear') return points.map(factor).join(' ');
  const [fx = 0, fy = 0, cx = 0, cy = 0, r = 0] = points;
  const distance = Math.hypot(fx - cx, fy - cy);
  // A focus outside the circle is moved to its edge (SVG 1.1, section 13.2.3); on the edge the cone would be flat.
  const kept = distance > r * 0.99 ? (r * 0.99) / distance : 1;
  const focus = [cx + (fx - cx) * kept, cy + (fy - cy) * kept];
  return [...focus, 0, cx, cy, r].map(factor).join(' ');
}

interface Segment {
  readonly from: string;
  readonly to: string;
  readonly end: number;
}

function functionText({ stops }: Gradient, part: GradientPart): string {
  const tones = stops.map(({ offset, color }) => ({
    offset,
    tone: part === 'color' ? channels(color) : coordinate(color.alpha),
  }));
  const segments = segmentsOf(tones);
  const texts = segments.map(
    ({ from, to }) => `<</FunctionType 2/Domain[0 1]/C0[${from}]/C1[${to}]/N 1>>`,
  );
  if (segments.length === 1) return texts.join('');
  const bounds = segments.slice(0, -1).map(({ end }) => factor(end));
  const encode = segments.map(() => '0 1').join(' ');
  return `<</FunctionType 3/Domain[0 1]/Functions[${texts.join('')}]/Bounds[${bounds.join(' ')}]/Encode[${encode}]>>`;
}

/** Stretches between neighbouring stops, the first and the last one drawn out to 0 and 1. */
function segmentsOf(tones: readonly { offset: number; tone: string }[]): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let from = tones[0]?.tone ?? '0';
  const last = { offset: 1, tone: tones.at(-1)?.tone ?? from };
  for (const { offset, tone } of [...tones, last]) {
    if (offset - start > 1e-6) {
      segments.push({ from, to: tone, end: offset });
      start = offset;
    }
    from = tone;
  }
  return segments.length === 0 ? [{ from, to: from, end: 1 }] : segments;
}
