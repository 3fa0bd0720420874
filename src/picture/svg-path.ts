import type { PathStep } from './picture.ts';
import { arcSteps } from './svg-arc.ts';

/** The steps of path data up to the first error in it, as SVG 2 (section 9.5.4) wants it drawn. */
export interface ReadPath {
  readonly steps: readonly PathStep[];
  /** Whether the data was read to its end. */
  readonly whole: boolean;
}

const SPACE = /[\s,]*/y;
const COMMAND = /[\s,]*([MmZzLlHhVvCcSsQqTtAa])/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const FLAG = /[01]/y;

/** The pen while a path is read. */
interface Pen {
  readonly steps: PathStep[];
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** The last control point for `S` and `T`, and the kind of curve it is of. */
  controlX: number;
  controlY: number;
  curve: 'cubic' | 'quadratic' | null;
}

/** Numbers of one command, absolute. */
type Draw = (pen: Pen, numbers: readonly number[]) => void;

/** For each command what its numbers are: x, y, a plain number or a flag; and what it draws. */
const COMMANDS: Readonly<Record<string, readonly [string, Draw] | undefined>> = {
  M: ['xy', (pen, [x = 0, y = 0]) => moveTo(pen, x, y)],
  L: ['xy', (pen, [x = 0, y = 0]) => lineTo(pen, x, y)],
  H: ['x', (pen, [x = 0]) => lineTo(pen, x, pen.y)],
  V: ['y', (pen, [y = 0]) => lineTo(pen, pen.x, y)],
  C: [
    'xyxyxy',
    (pen, [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]) => curveTo(pen, [a, b, c, d, x, y]),
  ],
  S: ['xyxy', smoothCurveTo],
  Q: ['xyxy', (pen, [a = 0, b = 0, x = 0, y = 0]) => quadraticTo(pen, [a, b, x, y])],
  T: ['xy', smoothQuadraticTo],
  A: ['nnnffxy', arcTo],
};

/** Read the `d` attribute; at most `limit` steps. */
export function readPath(data: string, limit: number): ReadPath {
  const none = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0, curve: null };
  const pen: Pen = { steps: [], ...none };
  const end = data.trimEnd().length;
  let at = 0;
  while (at < end && pen.steps.length <= limit) {
    const match = matchAt(COMMAND, data, at);
    const command = match?.[1];
    if (command === undefined || (pen.steps.length === 0 && command.toUpperCase() !== 'M')) break;
    at += match?.[0].length ?? 0;
    const next =
      command.toUpperCase() === 'Z'
        ? closePath(pen, at)
        : readArguments(pen, data, at, { command, limit });
    if (next === null) return { steps: pen.steps, whole: false };
    at = next;
  }
  return { steps: pen.steps, whole: at >= end };
}

/** Draw a command as often as there are numbers for it; where the reading stopped, null in the middle of a set. */
function readArguments(
  pen: Pen,
  data: string,
  start: number,
  { command, limit }: { command: string; limit: number },
): number | null {
  const relative = command >= 'a';
  let [kinds, draw] = COMMANDS[command.toUpperCase()] ?? ['', () => undefined];
  let at = start;
  for (let first = true; ; first = false) {
    const read = readNumbers(data, at, kinds);
    if (read === null) return null;
    if (read.numbers.length === 0) return first ? null : at;
    const numbers = read.numbers.map((value, index) => {
      const base = kinds[index] === 'x' ? pen.x : kinds[index] === 'y' ? pen.y : 0;
      return relative ? value + base : value;
    });
    draw(pen, numbers);
    at = read.end;
    if (pen.steps.length > limit) return at;
    if (command.toUpperCase() === 'M') [kinds, draw] = COMMANDS['L'] ?? [kinds, draw];
  }
}

/** One set of numbers; none where there is no number at all, null where the set ends early. */
function readNumbers(data: string, start: number, kinds: string) {
  const numbers: number[] = [];
  let at = start;
  for (const kind of kinds) {
    const space = matchAt(SPACE, data, at)?.[0].length ?? 0;
    const match = matchAt(kind === 'f' ? FLAG : NUMBER, data, at + space);
    if (match === null) return numbers.length === 0 ? { numbers, end: start } : null;
    const value = Number(match[0]);
    if (!Number.isFinite(value)) return null;
    numbers.push(value);
    at += space + match[0].length;
  }
  return { numbers, end: at };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function moveTo(pen: Pen, x: number, y: number): void {
  pen.steps.push({ kind: 'move', x, y });
  Object.assign(pen, { x, y, startX: x, startY: y, curve: null });
}

function lineTo(pen: Pen, x: number, y: number): void {
  reopen(pen);
  pen.steps.push({ kind: 'line', x, y });
  Object.assign(pen, { x, y, curve: null });
}

type Six = readonly [number, number, number, number, number, number];

function curveTo(pen: Pen, [x1, y1, x2, y2, x, y]: Six): void {
  reopen(pen);
  pen.steps.push({ kind: 'curve', x1, y1, x2, y2, x, y });
  Object.assign(pen, { x, y, controlX: x2, controlY: y2, curve: 'cubic' });
}

function smoothCurveTo(pen: Pen, [x2 = 0, y2 = 0, x = 0, y = 0]: readonly number[]): void {
  const [x1, y1] = reflected(pen, 'cubic');
  curveTo(pen, [x1, y1, x2, y2, x, y]);
}

function quadraticTo(pen: Pen, [cx, cy, x, y]: readonly [number, number, number, number]): void {
  const { x: fromX, y: fromY } = pen;
  const third = (from: number, control: number): number => from + ((control - from) * 2) / 3;
  curveTo(pen, [third(fromX, cx), third(fromY, cy), third(x, cx), third(y, cy), x, y]);
  Object.assign(pen, { controlX: cx, controlY: cy, curve: 'quadratic' });
}

function smoothQuadraticTo(pen: Pen, [x = 0, y = 0]: readonly number[]): void {
  const [cx, cy] = reflected(pen, 'quadratic');
  quadraticTo(pen, [cx, cy, x, y]);
}

function reflected(pen: Pen, curve: 'cubic' | 'quadratic'): readonly [number, number] {
  if (pen.curve !== curve) return [pen.x, pen.y];
  return [2 * pen.x - pen.controlX, 2 * pen.y - pen.controlY];
}

function arcTo(pen: Pen, numbers: readonly number[]): void {
  const [radiusX = 0, radiusY = 0, rotation = 0, large = 0, sweep = 0, x = 0, y = 0] = numbers;
  reopen(pen);
  const arc = { from: [pen.x, pen.y], to: [x, y], radiusX, radiusY, rotation } as const;
  pen.steps.push(...arcSteps({ ...arc, large: large === 1, sweep: sweep === 1 }));
  Object.assign(pen, { x, y, curve: null });
}

/** After `Z` the next subpath begins where the last one did. */
function reopen(pen: Pen): void {
  if (pen.steps.at(-1)?.kind === 'close') pen.steps.push({ kind: 'move', x: pen.x, y: pen.y });
}

function closePath(pen: Pen, at: number): number {
  pen.steps.push({ kind: 'close' });
  Object.assign(pen, { x: pen.startX, y: pen.startY, curve: null });
  return at;
}
