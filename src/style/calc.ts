import type { CssNode, FunctionNode, Parentheses } from 'css-tree';
import { isOperator, splitAt, type Context } from './grammar.ts';
import type { Extreme, Length } from './style.ts';
import { degreesPer, lengthUnit } from './units.ts';

/**
 * What a numeric expression comes to. `mixed` is a sum of lengths and percentages, `extreme` the smallest or largest of such
 * sums, with which no sums can be made.
 */
export type NumericType = 'number' | 'length' | 'percentage' | 'mixed' | 'angle' | 'extreme';

/** Numbers, px and degrees are in `px`; percentages in `percent`. */
export interface Linear {
  readonly px: number;
  readonly percent: number;
  readonly extreme?: Extreme;
}

/** A number, dimension, percentage or mathematical expression (CSS Values 4, section 10). */
export interface Numeric {
  readonly type: NumericType;
  /** Whether it was written as a function: then a value out of range is clamped, not refused. */
  readonly calculated: boolean;
  evaluate(context: Context): Linear;
}

const LARGEST = 1e7;

const clampTo = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.min(LARGEST, Math.max(-LARGEST, value));

const literal = (type: NumericType, px: number, percent: number): Numeric => {
  const value = { px: clampTo(px), percent: clampTo(percent) };
  return { type, calculated: false, evaluate: () => value };
};

/** Read one node as a numeric value; null where it is none. */
export function readNumeric(node: CssNode): Numeric | null {
  switch (node.type) {
    case 'Number':
      return literal('number', Number(node.value), 0);
    case 'Percentage':
      return literal('percentage', 0, Number(node.value));
    case 'Dimension':
      return readDimension(Number(node.value), node.unit.toLowerCase());
    case 'Parentheses':
    case 'Function':
      return readFunction(node);
    default:
      return null;
  }
}

function readDimension(value: number, unit: string): Numeric | null {
  const degrees = degreesPer(unit);
  if (degrees !== null) return literal('angle', value * degrees, 0);
  const size = lengthUnit(unit);
  if (size === null) return null;
  if (typeof size === 'number') return literal('length', value * size, 0);
  const evaluate = (context: Context): Linear => ({
    px: clampTo(value * size(context)),
    percent: 0,
  });
  return { type: 'length', calculated: false, evaluate };
}

function readFunction(node: FunctionNode | Parentheses): Numeric | null {
  const parts = node.children.toArray().filter((child) => child.type !== 'WhiteSpace');
  if (node.type === 'Parentheses') return readSum(parts);
  switch (node.name.toLowerCase()) {
    case 'calc':
      return calculated(readSum(parts));
    case 'min':
      return readExtreme(parts, 'min');
    case 'max':
      return readExtreme(parts, 'max');
    case 'clamp':
      return readClamp(parts);
    default:
      return null;
  }
}

const calculated = (value: Numeric | null): Numeric | null =>
  value && { ...value, calculated: true };

/** Sums bind weaker than products; both from left to right. Operators of sums stand between spaces. */
function readSum(parts: readonly CssNode[]): Numeric | null {
  const cuts = parts.flatMap((part, index) =>
    isOperator(part, '+') || isOperator(part, '-') ? [index] : [],
  );
  let sum = readProduct(parts.slice(0, cuts[0]));
  cuts.forEach((cut, position) => {
    const next = readProduct(parts.slice(cut + 1, cuts[position + 1]));
    sum = sum && next && add(sum, next, isOperator(parts[cut], '-') ? -1 : 1);
  });
  return sum;
}

function readProduct(parts: readonly CssNode[]): Numeric | null {
  const [first, ...rest] = parts;
  let product = first ? readNumeric(first) : null;
  for (let index = 0; index < rest.length; index += 2) {
    const next = rest[index + 1];
    const factor = next ? readNumeric(next) : null;
    if (!product || !factor) return null;
    if (isOperator(rest[index], '*')) product = multiply(product, factor);
    else product = isOperator(rest[index], '/') ? divide(product, factor) : null;
  }
  return product;
}

function add(left: Numeric, right: Numeric, sign: 1 | -1): Numeric | null {
  const type = sumType(left.type, right.type);
  if (!type) return null;
  const evaluate = (context: Context): Linear => {
    const a = left.evaluate(context);
    const b = right.evaluate(context);
    return { px: clampTo(a.px + sign * b.px), percent: clampTo(a.percent + sign * b.percent) };
  };
  return { type, calculated: true, evaluate };
}

function sumType(left: NumericType, right: NumericType): NumericType | null {
  if (left === 'extreme' || right === 'extreme') return null;
  if (left === right) return left;
  const lengths = new Set<NumericType>(['length', 'percentage', 'mixed']);
  return lengths.has(left) && lengths.has(right) ? 'mixed' : null;
}

function multiply(left: Numeric, right: Numeric): Numeric | null {
  if (left.type === 'extreme' || right.type === 'extreme') return null;
  if (right.type === 'number') return scale(left, (context) => right.evaluate(context).px);
  if (left.type === 'number') return scale(right, (context) => left.evaluate(context).px);
  return null;
}

function divide(left: Numeric, right: Numeric): Numeric | null {
  return right.type === 'number' && left.type !== 'extreme'
    ? scale(left, (context) => 1 / right.evaluate(context).px)
    : null;
}

function scale(value: Numeric, factor: (context: Context) => number): Numeric {
  const evaluate = (context: Context): Linear => {
    const { px, percent } = value.evaluate(context);
    const by = factor(context);
    return { px: clampTo(px * by), percent: clampTo(percent * by) };
  };
  return { type: value.type, calculated: true, evaluate };
}

/** min() and max(): of one type at once, of lengths with percentages when the base is known. */
function readExtreme(parts: readonly CssNode[], kind: Extreme['kind']): Numeric | null {
  const values = splitAt(parts, ',').map(readSum);
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? extreme(known, kind) : null;
}

const LENGTHS: ReadonlySet<NumericType> = new Set(['length', 'percentage', 'mixed', 'extreme']);

function extreme(values: readonly Numeric[], kind: Extreme['kind']): Numeric | null {
  const type = values[0]?.type;
  if (!type) return null;
  const isOne = type !== 'mixed' && type !== 'extreme' && values.every((one) => one.type === type);
  if (isOne) return { type, calculated: true, evaluate: atOnce(values, kind) };
  if (!values.every((value) => LENGTHS.has(value.type))) return null;
  const evaluate = (context: Context): Length => ({
    px: 0,
    percent: 100,
    extreme: { kind, lengths: values.map((value) => value.evaluate(context)) },
  });
  return { type: 'extreme', calculated: true, evaluate };
}

function atOnce(values: readonly Numeric[], kind: Extreme['kind']): Numeric['evaluate'] {
  return (context) => {
    const sums = values.map((value) => value.evaluate(context));
    const choose = (numbers: readonly number[]): number => Math[kind](...numbers);
    return {
      px: choose(sums.map((sum) => sum.px)),
      percent: choose(sums.map((sum) => sum.percent)),
    };
  };
}

/** clamp(low, value, high) = max(low, min(value, high)). */
function readClamp(parts: readonly CssNode[]): Numeric | null {
  const [low, value, high, ...more] = splitAt(parts, ',').map(readSum);
  const held = value && high && more.length === 0 ? extreme([value, high], 'min') : null;
  return low && held ? extreme([low, held], 'max') : null;
}
