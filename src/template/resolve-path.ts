import { closest } from 'fastest-levenshtein';
import { failure } from '../failure.ts';
import { nameShape, placeOf, type Findings, type Scope } from './check-context.ts';
import type { Shape } from './view-shape.ts';

/** What a path of a template means; null, with a failure noted, where it means nothing. */
export function resolvePath(
  path: hbs.AST.PathExpression,
  scope: Scope,
  findings: Findings,
): Shape | null {
  const start = startOf(path, scope);
  if (start === null) {
    const found = path.original;
    findings.failures.push(
      failure('template', placeOf(scope, path), 'There is no such context', { found }),
    );
    return null;
  }
  return follow(path, start, scope, findings);
}

/** Where a path starts, and which of its parts are left to follow. */
interface Start {
  readonly shape: Shape;
  readonly parts: readonly string[];
}

/** Loop variables that `@` gives besides the root. */
const LOOP_DATA: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['index', 'text'],
  ['first', 'flag'],
  ['last', 'flag'],
]);

function startOf(path: hbs.AST.PathExpression, scope: Scope): Start | null {
  const [first, ...rest] = path.parts;
  if (path.data) return dataStart(first, rest, scope);
  const named = first === undefined ? undefined : scope.blockParameters.get(first);
  if (named !== undefined && path.depth === 0) return { shape: named, parts: rest };
  const shape = scope.contexts[scope.contexts.length - 1 - path.depth];
  return shape === undefined ? null : { shape, parts: path.parts };
}

function dataStart(name: string | undefined, parts: readonly string[], scope: Scope): Start | null {
  if (name === 'root') return { shape: scope.root, parts };
  const shape = name === undefined ? undefined : LOOP_DATA.get(name);
  return shape === undefined ? null : { shape, parts };
}

function follow(
  path: hbs.AST.PathExpression,
  start: Start,
  scope: Scope,
  findings: Findings,
): Shape | null {
  let shape = start.shape;
  for (const part of start.parts) {
    const next = field(shape, part);
    if (next === null) {
      findings.failures.push(unknownField(path, part, shape, scope));
      return null;
    }
    if (shape === 'words') findings.messages.push({ key: part, place: placeOf(scope, path) });
    shape = next;
  }
  return shape;
}

function field(shape: Shape, name: string): Shape | null {
  if (shape === 'words') return 'text';
  if (typeof shape === 'string' || 'list' in shape) return null;
  return Object.hasOwn(shape.record, name) ? (shape.record[name] ?? null) : null;
}

function unknownField(path: hbs.AST.PathExpression, part: string, shape: Shape, scope: Scope) {
  const place = placeOf(scope, path);
  if (typeof shape === 'string' || 'list' in shape) {
    const found = `${path.original}, a field of ${nameShape(shape)}`;
    return failure('template', place, 'There is no such field', { found });
  }
  const fields = Object.keys(shape.record);
  const hint = `Did you mean ${closest(part, fields)}?`;
  const expected = `one of ${fields.join(', ')}`;
  return failure('template', place, 'There is no such field', {
    expected,
    found: path.original,
    hint,
  });
}
