import type { PathStep } from './picture.ts';

/** An elliptical arc as the path command `A` gives it (SVG 2, section 9.3.8). */
export interface Arc {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly radiusX: number;
  readonly radiusY: number;
  /** Degrees. */
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An arc as cubic curves of a quarter turn at most (SVG 2, appendix B.2). */
export function arcSteps(arc: Arc): readonly PathStep[] {
  const [x, y] = arc.to;
  const radiusX = Math.abs(arc.radiusX);
  const radiusY = Math.abs(arc.radiusY);
  if (arc.from[0] === x && arc.from[1] === y) return [];
  if (radiusX === 0 || radiusY === 0) return [{ kind: 'line', x, y }];
  const ellipse = centre({ ...arc, radiusX, radiusY });
  const pieces = Math.ceil(Math.abs(ellipse.turn) / (Math.PI / 2) - 1e-9);
  const steps: PathStep[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const angle = ellipse.start + (ellipse.turn * piece) / pieces;
    steps.push(quarter(ellipse, angle, ellipse.turn / pieces));
  }
  return steps;
}

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly cos: number;
  readonly sin: number;
  readonly start: number;
  readonly turn: number;
}

function centre(arc: Arc): Ellipse {
  const cos = Math.cos((arc.rotation * Math.PI) / 180);
  const sin = Math.sin((arc.rotation * Math.PI) / 180);
  const halfX = (arc.from[0] - arc.to[0]) / 2;
  const halfY = (arc.from[1] - arc.to[1]) / 2;
  const x = cos * halfX + sin * halfY;
  const y = cos * halfY - sin * halfX;
  const scale = Math.max(1, Math.hypot(x / arc.radiusX, y / arc.radiusY));
  const radiusX = arc.radiusX * scale;
  const radiusY = arc.radiusY * scale;
  const spread = (radiusX * y) ** 2 + (radiusY * x) ** 2;
  const root = Math.sqrt(Math.max(0, (radiusX * radiusY) ** 2 / spread - 1));
  const sign = arc.large === arc.sweep ? -root : root;
  const centreX = (sign * radiusX * y) / radiusY;
  const centreY = (-sign * radiusY * x) / radiusX;
  const start = Math.atan2((y - centreY) / radiusY, (x - centreX) / radiusX);
  const end = Math.atan2((-y - centreY) / radiusY, (-x - centreX) / radiusX);
  return {
    x: cos * centreX - sin * centreY + (arc.from[0] + arc.to[0]) / 2,
    y: sin * centreX + cos * centreY + (arc.from[1] + arc.to[1]) / 2,
    radiusX,
    radiusY,
    cos,
    sin,
    start,
    turn: turnOf(end - start, arc.sweep),
  };
}

function turnOf(difference: number, sweep: boolean): number {
  if (sweep && difference < 0) return difference + 2 * Math.PI;
  if (!sweep && difference > 0) return difference - 2 * Math.PI;
  return difference;
}

function quarter(ellipse: Ellipse, angle: number, turn: number): PathStep {
  const reach = (4 / 3) * Math.tan(turn / 4);
  const end = angle + turn;
  const point = (cos: number, sin: number): readonly [number, number] => {
    const along = ellipse.radiusX * cos;
    const across = ellipse.radiusY * sin;
    return [
      ellipse.x + ellipse.cos * along - ellipse.sin * across,
      ellipse.y + ellipse.sin * along + ellipse.cos * across,
    ];
  };
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [endCos, endSin] = [Math.cos(end), Math.sin(end)];
  const [x1, y1] = point(cos - reach * sin, sin + reach * cos);
  const [x2, y2] = point(endCos + reach * endSin, endSin - reach * endCos);
  const [x, y] = point(endCos, endSin);
  return { kind: 'curve', x1, y1, x2, y2, x, y };
}
