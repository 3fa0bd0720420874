import { multiply, type Matrix, type Rect } from '../geometry.ts';
import type { Clip, Paint, PathStep, Shape, Stroke, Vector } from '../picture/picture.ts';
import { write } from './byte-text.ts';
import type { Content, NamedObject } from './content.ts';
import { beginContent, endContent, resourcesOf } from './content.ts';
import { setAlpha, setFill, setStroke, usePattern } from './graphics-state.ts';
import type { Drawing } from './drawing.ts';
import { coordinate, matrix } from './format-number.ts';
import { commonAlpha, embedGradient, type Gradient } from './gradient.ts';
import { rectPath } from './outline.ts';
import type { PdfWriter } from './writer.ts';
import { reference, resourceText } from './resources.ts';

/** Write a vector as a form XObject in the units of its view box; the answer is its object number. */
export function embedVector(drawing: Drawing, vector: Vector): number {
  const { writer, structure } = drawing;
  const id = writer.reserve();
  const content = beginContent({ structure, page: 0, form: id, owners: [] }, drawing.names);
  const canvas: VectorCanvas = { writer, content, reach: reachOf(vector.viewBox) };
  for (const shape of vector.shapes) drawShape(canvas, shape);
  const operators = endContent(content);
  const entries = `/Type/XObject/Subtype/Form/BBox[${boxText(canvas.reach)}]/Resources${resourceText(resourcesOf(content))}`;
  writer.putDeflated(id, entries, operators);
  return id;
}

interface VectorCanvas {
  readonly writer: PdfWriter;
  readonly content: Content;
  /** What the picture may paint on. */
  readonly reach: Rect;
}

/** Times the view box that a viewport may be as wide or as high: what is beside the view box shows too. */
const BESIDE = 20;

function reachOf({ x, y, width, height }: Rect): Rect {
  const [across, down] = [width * BESIDE, height * BESIDE];
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

function boxText({ x, y, width, height }: Rect): string {
  return [x, y, x + width, y + height].map(coordinate).join(' ');
}

function drawShape(canvas: VectorCanvas, shape: Shape): void {
  const { fill, stroke } = shape;
  if (fill !== null) paintShape(canvas, shape, fill, null);
  if (stroke !== null) paintShape(canvas, shape, stroke.paint, stroke);
}

/** Fill or stroke an outline in a graphics state of its own. */
function paintShape(canvas: VectorCanvas, shape: Shape, paint: Paint, stroke: Stroke | null): void {
  const { content } = canvas;
  const saved = content.state;
  write(content.text, 'q\n');
  content.state = { ...saved };
  setPaint(canvas, shape, paint, stroke !== null);
  write(content.text, `${shape.clips.map(clipText).join('')}${matrix(shape.transform)} cm\n`);
  if (stroke !== null) write(content.text, strokeOperators(stroke));
  const paints = stroke !== null ? 'S' : shape.fillRule === 'evenodd' ? 'f*' : 'f';
  write(content.text, `${pathText(shape.steps)}${paints}\nQ\n`);
  content.state = saved;
}

function setPaint(canvas: VectorCanvas, shape: Shape, paint: Paint, stroking: boolean): void {
  const { content } = canvas;
  if (paint.kind === 'color') {
    const color = { ...paint.color, alpha: paint.color.alpha * shape.opacity };
    return stroking ? setStroke(content, color) : setFill(content, color);
  }
  const transform = multiply(shape.transform, paint.transform);
  const alpha = commonAlpha(paint);
  setAlpha(content, (alpha ?? 1) * shape.opacity);
  if (alpha === null) setSoftMask(canvas, paint, transform);
  usePattern(content, embedGradient(canvas.writer, paint, transform, 'color'), stroking);
}

/** Stops of different transparency are a second gradient, in grey, that the first is seen through. */
function setSoftMask({ writer, content, reach }: VectorCanvas, paint: Gradient, transform: Matrix) {
  const pattern = embedGradient(writer, paint, transform, 'alpha');
  const form = writer.reserve();
  const entries = `/Type/XObject/Subtype/Form/BBox[${boxText(reach)}]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Pattern<</P ${reference(pattern)}>>>>`;
  const operators = `/Pattern cs/P scn\n${rectPath(reach)}f\n`;
  writer.putDeflated(form, entries, Buffer.from(operators, 'latin1'));
  const state = writer.add(`<</Type/ExtGState/SMask<</S/Luminosity/G ${reference(form)}>>>>`);
  const named: NamedObject = { name: `M${state}`, id: state };
  content.states.set(named.name, named.id);
  write(content.text, `/${named.name} gs\n`);
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

function strokeOperators({ width, cap, join, miterLimit, dash, dashOffset }: Stroke): string {
  const pattern =
    dash.length === 0 ? '' : `[${dash.map(coordinate).join(' ')}] ${coordinate(dashOffset)} d\n`;
  return `${coordinate(width)} w ${CAPS[cap]} J ${JOINS[join]} j ${coordinate(Math.max(1, miterLimit))} M\n${pattern}`;
}

/** A clip without an outline hides everything. */
function clipText({ steps, rule }: Clip): string {
  const path = steps.length === 0 ? '0 0 0 0 re\n' : pathText(steps);
  return `${path}${rule === 'evenodd' ? 'W*' : 'W'} n\n`;
}

function pathText(steps: readonly PathStep[]): string {
  return steps.map(stepText).join('');
}

function stepText(step: PathStep): string {
  switch (step.kind) {
    case 'move':
      return `${coordinate(step.x)} ${coordinate(step.y)} m\n`;
    case 'line':
      return `${coordinate(step.x)} ${coordinate(step.y)} l\n`;
    case 'curve':
      return `${[step.x1, step.y1, step.x2, step.y2, step.x, step.y].map(coordinate).join(' ')} c\n`;
    case 'close':
      return 'h\n';
  }
}
