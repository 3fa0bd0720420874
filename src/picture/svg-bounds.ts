import type { Rect } from '../geometry.ts';
import type { PathStep } from './picture.ts';

/** The smallest box around an outline without its stroke; null for an empty one. */
export function boundsOf(steps: readonly PathStep[]): Rect | null {
  const xs: number[] = [];
  const ys: number[] = [];
  let from = { x: 0, y: 0 };
  for (const step of steps) {
    if (step.kind === 'close') continue;
    if (step.kind === 'curve') {
      xs.push(...turningValues(from.x, step.x1, step.x2, step.x));
      ys.push(...turningValues(from.y, step.y1, step.y2, step.y));
    }
    xs.push(step.x);
    ys.push(step.y);
    from = step;
  }
  if (xs.length === 0) return null;
  const [left, right] = extremes(xs);
  const [top, bottom] = extremes(ys);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function extremes(values: readonly number[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

/** Values of a cubic where its slope is zero. */
function turningValues(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const root = Math.sqrt(b * b - 4 * a * c);
  const times = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return times
    .filter((time) => time > 0 && time < 1)
    .map((time) => {
      const rest = 1 - time;
      return (
        rest ** 3 * p0 + 3 * rest * rest * time * p1 + 3 * rest * time * time * p2 + time ** 3 * p3
      );
    });
}
