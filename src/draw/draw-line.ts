import type { Point } from '../geometry.ts';
import type { LineMark } from '../layout/item.ts';
import { write } from './byte-text.ts';
import type { Content, Owner } from './content.ts';
import { closeText, inState, own } from './content.ts';
import { setFill, setStroke } from './graphics-state.ts';
import { dashOperators, dotInset } from './dash.ts';
import { coordinate } from './format-number.ts';
import { polygonPath, rectPath } from './outline.ts';

/** A line mark at its place. */
export interface PlacedLine extends Point {
  readonly mark: LineMark;
  readonly owner: Owner;
}

/** Draw a straight stroke. Solid ones are filled: a filled rectangle is as thick as it says in every viewer. */
export function drawLine(content: Content, line: PlacedLine): void {
  const { mark } = line;
  if (mark.thickness <= 0 || mark.color.alpha === 0) return;
  switch (mark.style) {
    case 'solid':
      return fillLine(content, line, [{ shift: 0, thickness: mark.thickness }]);
    case 'double': {
      const third = mark.thickness / 3;
      return fillLine(content, line, [
        { shift: -third, thickness: third },
        { shift: third, thickness: third },
      ]);
    }
    case 'dashed':
    case 'dotted':
      return strokeLine(content, line, mark.style);
  }
}

interface Strand {
  /** px across the course, to its right. */
  readonly shift: number;
  readonly thickness: number;
}

function fillLine(content: Content, line: PlacedLine, strands: readonly Strand[]): void {
  closeText(content);
  own(content, line.owner);
  setFill(content, line.mark.color);
  const paths = strands.map((strand) => strandPath(line, strand));
  write(content.text, `${paths.join('')}f\n`);
}

function strandPath({ x, y, mark }: PlacedLine, { shift, thickness }: Strand): string {
  const { width, height } = mark;
  const across = shift - thickness / 2;
  if (height === 0) return rectPath({ x, y: y + across, width, height: thickness });
  if (width === 0) return rectPath({ x: x + across, y, width: thickness, height });
  const length = Math.hypot(width, height);
  const normalX = -height / length;
  const normalY = width / length;
  const corners = [
    [0, across],
    [1, across],
    [1, across + thickness],
    [0, across + thickness],
  ] as const;
  return polygonPath(
    corners.map(
      ([along, side]) =>
        [x + width * along + normalX * side, y + height * along + normalY * side] as const,
    ),
  );
}

function strokeLine(content: Content, line: PlacedLine, style: 'dashed' | 'dotted'): void {
  const { x, y, mark } = line;
  const length = Math.hypot(mark.width, mark.height);
  if (length === 0) return;
  const inset = Math.min(dotInset(style, mark.thickness), length / 2) / length;
  const ends = [inset, 1 - inset].map((along) => [x + mark.width * along, y + mark.height * along]);
  const [from, to] = ends.map((end) => end.map(coordinate).join(' '));
  inState(content, '', () => {
    own(content, line.owner);
    setStroke(content, mark.color);
    const dash = dashOperators(style, mark.thickness, length);
    write(content.text, `${coordinate(mark.thickness)} w ${dash}${from} m ${to} l S\n`);
  });
}
