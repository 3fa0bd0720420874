import { closest } from 'fastest-levenshtein';
import { failure } from '../failure.ts';
import { nameShape, placeOf, type Findings, type Scope } from './check-context.ts';
import { HELPERS, type HelperShape } from './helpers.ts';
import { resolvePath } from './resolve-path.ts';
import type { Shape } from './view-shape.ts';

/** A call of a helper: a mustache, a block or a subexpression. */
export interface Call {
  readonly path: hbs.AST.PathExpression | hbs.AST.Literal;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash: hbs.AST.Hash | undefined;
  readonly loc: hbs.AST.SourceLocation;
}

/** The helper that a call names; null, with a failure noted, where there is none. */
export function checkCall(call: Call, scope: Scope, findings: Findings): HelperShape | null {
  const name = calledName(call);
  const helper = HELPERS.get(name);
  if (helper === undefined) {
    const known = [...HELPERS.keys()];
    const details = { expected: `one of ${known.join(', ')}`, found: name };
    const hint = `Did you mean ${closest(name, known)}?`;
    findings.failures.push(
      failure('template', placeOf(scope, call), 'There is no such helper', { ...details, hint }),
    );
    return null;
  }
  if (name === 'message') checkMessage(call, scope, findings);
  checkArguments(call, helper, scope, findings);
  return helper;
}

/** The name that stands first in a call. */
export function calledName({ path }: Call): string {
  return String((path as hbs.AST.PathExpression).original);
}

/** What an expression gives; null where that is unknown because of a failure. */
export function checkExpression(
  expression: hbs.AST.Expression,
  scope: Scope,
  findings: Findings,
): Shape | null {
  switch (expression.type) {
    case 'PathExpression':
      return resolvePath(expression as hbs.AST.PathExpression, scope, findings);
    case 'SubExpression':
      return checkSubExpression(expression as hbs.AST.SubExpression, scope, findings);
    case 'StringLiteral':
      return 'text';
    default:
      findings.failures.push(
        failure('template', placeOf(scope, expression), 'This literal is of no use here', {
          expected: 'a field or a string',
        }),
      );
      return null;
  }
}

function checkSubExpression(
  expression: hbs.AST.SubExpression,
  scope: Scope,
  findings: Findings,
): Shape | null {
  const helper = checkCall(expression as Call, scope, findings);
  return helper === null || helper.gives === 'block' ? null : helper.gives;
}

function checkArguments(call: Call, helper: HelperShape, scope: Scope, findings: Findings): void {
  const wanted = helper.arguments;
  if (call.params.length !== wanted.length) {
    const details = { expected: `${wanted.length}`, found: `${call.params.length}` };
    const message = `${calledName(call)} takes another number of arguments`;
    findings.failures.push(failure('template', placeOf(scope, call), message, details));
  }
  call.params.forEach((parameter, index) => {
    const shape = checkExpression(parameter, scope, findings);
    const want = wanted[index] ?? 'any';
    if (shape !== null && !fits(shape, want)) {
      findings.failures.push(misfit(parameter, shape, want, scope));
    }
  });
  for (const { value } of call.hash?.pairs ?? []) checkExpression(value, scope, findings);
  if (!helper.named && call.hash !== undefined) {
    const message = `${calledName(call)} takes no named arguments`;
    findings.failures.push(failure('template', placeOf(scope, call), message));
  }
}

function fits(shape: Shape, wanted: HelperShape['arguments'][number]): boolean {
  if (wanted === 'any') return true;
  if (wanted === 'text') return shape === 'text';
  return typeof shape === 'object' && wanted in shape;
}

function misfit(parameter: hbs.AST.Expression, shape: Shape, wanted: string, scope: Scope) {
  const expected = `a ${wanted}`;
  const found = nameShape(shape);
  return failure('template', placeOf(scope, parameter), 'The argument is of another kind', {
    expected,
    found,
  });
}

/** Keys of words are written out, so that missing ones are found before an invoice comes. */
function checkMessage(call: Call, scope: Scope, findings: Findings): void {
  const [key] = call.params;
  if (key?.type === 'StringLiteral') {
    const place = placeOf(scope, call);
    findings.messages.push({ key: (key as hbs.AST.StringLiteral).value, place });
    return;
  }
  const expected = 'a key in quotation marks: {{message "due.label"}}';
  findings.failures.push(
    failure('template', placeOf(scope, call), 'The word is not named', { expected }),
  );
}
