import { calledName, type Call } from './check-expression.ts';
import { HELPER_FUNCTIONS } from './helpers.ts';
import { valueOf, type Named, type PrintContext } from './print-context.ts';

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
    return helper(given, { root: context.root, named: isNamed ? named(context) : NOTHING });
  };
}

const NOTHING: Named = {};

/** The `name=value` pairs of a call as a function that gives a record of them. */
export function namedEvaluator(
  hash: hbs.AST.Hash | undefined,
  parameters: Parameters,
): (context: PrintContext) => Named {
  const pairs = (hash?.pairs ?? []).map(({ key, value }) => ({
    key,
    evaluate: evaluator(value, parameters),
  }));
  return (context) => {
    const named: Record<string, unknown> = {};
    for (const { key, evaluate } of pairs) setOwn(named, key, evaluate(context));
    return named;
  };
}

/** A field like any other, though its name be the one that would set the prototype of the record. */
function setOwn(into: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') into[key] = value;
  else Object.defineProperty(into, key, { value, enumerable: true });
}

function pathEvaluator(path: hbs.AST.PathExpression, parameters: Parameters): Evaluate {
  const { line, column } = path.loc.start;
  const [first, ...others] = path.parts.map((name) => fieldAt(name, `${line}:${column}`));
  const { depth } = path;
  if (first === undefined) return (context) => valueOf(outerAt(context, depth));
  if (path.data && first.name === 'root') return follow(({ root }) => root, others);
  if (path.data) return follow(({ loop }) => fieldOf(loopAt(loop, depth), first), others);
  const named = depth === 0 ? parameters.lastIndexOf(first.name) : -1;
  if (named < 0) return follow((context) => fieldIn(outerAt(context, depth), first), others);
  const distance = parameters.length - 1 - named;
  return follow((context) => valueOf(outerAt(context, distance)), others);
}

/** The value that is reached from another one through fields. */
function follow(evaluate: Evaluate, [first, ...others]: readonly Field[]): Evaluate {
  if (first === undefined) return evaluate;
  return follow((context) => fieldOf(evaluate(context), first), others);
}

/** A field that a path goes through. */
interface Field {
  readonly name: string;
  readonly place: string;
  /** Whether every record or list inherits something of this name. */
  readonly isInherited: boolean;
}

function fieldAt(name: string, place: string): Field {
  return { name, place, isInherited: name in Array.prototype };
}

function outerAt(context: PrintContext, depth: number): PrintContext | null {
  let found: PrintContext | null = context;
  for (let left = depth; left > 0; left--) found = found?.outer ?? null;
  return found;
}

function loopAt(loop: PrintContext['loop'], depth: number): PrintContext['loop'] {
  let found = loop;
  for (let left = depth; left > 0; left--) found = found?.outer ?? null;
  return found;
}

/** What names mean in a context: first the arguments of its partial. */
function fieldIn(context: PrintContext | null, field: Field): unknown {
  const named = context?.named ?? null;
  if (named !== null && Object.hasOwn(named, field.name)) return named[field.name];
  return fieldOf(context?.value, field);
}

/** An own field: a template reaches nothing but the view. What no object inherits is its own where it has it. */
function fieldOf(value: unknown, { name, place, isInherited }: Field): unknown {
  if (typeof value === 'object' && value !== null) {
    const found = (value as Readonly<Record<string, unknown>>)[name];
    if ((found !== undefined && !isInherited) || Object.hasOwn(value, name)) return found;
  }
  throw new TypeError(`"${name}" not defined in ${String(value)} - ${place}`);
}
