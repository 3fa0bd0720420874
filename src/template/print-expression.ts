import { calledName, type Call } from './check-expression.ts';
import { HELPER_FUNCTIONS } from './helpers.ts';
import type { PrintContext } from './print-context.ts';

/** Gives the value of an expression. */
export type Evaluate = (context: PrintContext) => unknown;

/** The block parameters around a place, innermost last; null for contexts without one. */
export type Parameters = readonly (string | null)[];

/** A path, a text or a helper's result as a function. Templates are checked before, so no other expression occurs. */
export function evaluator(expression: hbs.AST.Expression, parameters: Parameters): Evaluate {
  switch (expression.type) {
    case 'PathExpression':
      return pathEvaluator(expression as hbs.AST.PathExpression, parameters);
    case 'SubExpression':
      return callEvaluator(expression as hbs.AST.SubExpression as Call, parameters);
    default: {
      const { value } = expression as hbs.AST.StringLiteral;
      return () => value;
    }
  }
}

/** A helper with its arguments as a function. */
export function callEvaluator(call: Call, parameters: Parameters): Evaluate {
  const name = calledName(call);
  const helper = HELPER_FUNCTIONS.get(name);
  if (helper === undefined) throw new TypeError(`${name} is no helper`);
  const values = call.params.map((parameter) => evaluator(parameter, parameters));
  const named = namedEvaluator(call.hash, parameters);
  const isNamed = (call.hash as unknown) !== undefined;
  return (context) => {
    const given = values.map((value) => value(context));
    return helper(given, { root: context.root, named: isNamed ? named(context, {}) : NOTHING });
  };
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** The `name=value` pairs of a call as a function that adds them to a record. */
export function namedEvaluator(
  hash: hbs.AST.Hash | undefined,
  parameters: Parameters,
): (context: PrintContext, into: Record<string, unknown>) => Readonly<Record<string, unknown>> {
  const pairs = (hash?.pairs ?? []).map(({ key, value }) => ({
    key,
    evaluate: evaluator(value, parameters),
  }));
  return (context, into) => {
    for (const { key, evaluate } of pairs) setOwn(into, key, evaluate(context));
    return into;
  };
}

/** A field like any other, though its name be the one that would set the prototype of the record. */
function setOwn(into: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') into[key] = value;
  else Object.defineProperty(into, key, { value, enumerable: true });
}

function pathEvaluator(path: hbs.AST.PathExpression, parameters: Parameters): Evaluate {
  const start = startOf(path, parameters);
  const { line, column } = path.loc.start;
  const place = `${line}:${column}`;
  const [first, second, ...others] = start.parts;
  const { evaluate } = start;
  if (first === undefined) return evaluate;
  if (second === undefined) return (context) => fieldOf(evaluate(context), first, place);
  if (others.length === 0)
    return (context) => fieldOf(fieldOf(evaluate(context), first, place), second, place);
  const rest = [second, ...others];
  return (context) =>
    rest.reduce(
      (value, name) => fieldOf(value, name, place),
      fieldOf(evaluate(context), first, place),
    );
}

/** Where a path starts, and the fields that it then goes through. */
interface Start {
  readonly evaluate: Evaluate;
  readonly parts: readonly string[];
}

function startOf(path: hbs.AST.PathExpression, parameters: Parameters): Start {
  const [first = '', ...rest] = path.parts;
  if (path.data && first === 'root') return { evaluate: ({ root }) => root, parts: rest };
  if (path.data) return { evaluate: ({ loop }) => loopAt(loop, path.depth), parts: path.parts };
  const named = path.depth === 0 ? parameters.lastIndexOf(first) : -1;
  if (named < 0) return { evaluate: contextAt(path.depth), parts: path.parts };
  return { evaluate: contextAt(parameters.length - 1 - named), parts: rest };
}

function contextAt(depth: number): Evaluate {
  if (depth === 0) return ({ value }) => value;
  return (context) => {
    let found: PrintContext | null = context;
    for (let left = depth; left > 0; left--) found = found?.outer ?? null;
    return found?.value;
  };
}

function loopAt(loop: PrintContext['loop'], depth: number): PrintContext['loop'] {
  let found = loop;
  for (let left = depth; left > 0; left--) found = found?.outer ?? null;
  return found;
}

/** An own field: a template reaches nothing but the view. */
function fieldOf(value: unknown, name: string, place: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
    throw new TypeError(`"${name}" not defined in ${String(value)} - ${place}`);
  return (value as Readonly<Record<string, unknown>>)[name];
}
