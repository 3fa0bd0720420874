import { failure } from '../failure.ts';
import { calledName, checkCall, checkExpression, type Call } from './check-expression.ts';
import { nameShape, placeOf, type Findings, type Scope } from './check-context.ts';
import { CSS_HELPERS } from './helpers.ts';
import type { Shape } from './view-shape.ts';

/** How a check meets a partial: the walk itself knows no files. */
export type CheckPartial = (name: string, scope: Omit<Scope, 'file'>, place: string) => void;

/** A walk through one file; `markup` is what was written before the current place. */
export interface Walk {
  readonly findings: Findings;
  readonly checkPartial: CheckPartial;
  markup: { inStyle: boolean; last: string };
}

/** Something that templates may not do, and what to write instead. */
interface Complaint {
  readonly message: string;
  readonly instead: string | null;
}

const DECORATOR = {
  message: 'Decorators and partial blocks are not part of templates',
  instead: null,
};
const UNESCAPED = { message: 'Escaping cannot be switched off', instead: '{{field}}' };
const SILENT = { message: 'This prints nothing', instead: null };
const NO_BLOCK = { message: 'This helper is not a block', instead: null };
const COMPUTED = { message: 'A partial is named, not computed', instead: '{{> fees}}' };
const IN_STYLE = {
  message: 'Text in a style element needs CSS escaping',
  instead: '{{cssValue field}}',
};
const UNQUOTED = { message: 'The attribute needs quotation marks', instead: 'name="{{field}}"' };

/** Check every statement: helpers, fields, partials, words, and that escaping is never switched off. */
export function checkProgram(program: hbs.AST.Program | undefined, scope: Scope, walk: Walk): void {
  for (const statement of program?.body ?? []) checkStatement(statement, scope, walk);
}

function checkStatement(statement: hbs.AST.Statement, scope: Scope, walk: Walk): void {
  switch (statement.type) {
    case 'ContentStatement':
      return readContent(statement as hbs.AST.ContentStatement, walk);
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      return checkMustache(statement as hbs.AST.MustacheStatement, scope, walk);
    case 'BlockStatement':
      return checkBlock(statement as hbs.AST.BlockStatement, scope, walk);
    case 'PartialStatement':
      return checkPartialCall(statement as hbs.AST.PartialStatement, scope, walk);
    default:
      forbid(statement, DECORATOR, scope, walk);
  }
}

function readContent({ value: text }: hbs.AST.ContentStatement, walk: Walk): void {
  const opened = text.lastIndexOf('<style');
  const closed = text.lastIndexOf('</style');
  const inStyle = opened === closed ? walk.markup.inStyle : opened > closed;
  walk.markup = { inStyle, last: text };
}

function checkMustache(mustache: hbs.AST.MustacheStatement, scope: Scope, walk: Walk): void {
  const { findings } = walk;
  if (!mustache.escaped) forbid(mustache, UNESCAPED, scope, walk);
  checkSurroundings(mustache, scope, walk);
  const isCall = mustache.params.length > 0 || mustache.hash !== undefined;
  if (isCall) {
    const helper = checkCall(mustache as Call, scope, findings);
    if (helper !== null && helper.gives !== 'text') forbid(mustache, SILENT, scope, walk);
    return;
  }
  const shape = checkExpression(mustache.path, scope, findings);
  if (shape !== null && shape !== 'text') {
    const found = `${calledName(mustache as Call)}, ${nameShape(shape)}`;
    const details = { expected: 'a text', found };
    findings.failures.push(
      failure('template', placeOf(scope, mustache), 'Only texts can be printed', details),
    );
  }
}

/** HTML escaping does not hold in style elements and unquoted attributes. */
function checkSurroundings(mustache: hbs.AST.MustacheStatement, scope: Scope, walk: Walk): void {
  const { inStyle, last } = walk.markup;
  if (inStyle && !CSS_HELPERS.has(calledName(mustache as Call))) {
    forbid(mustache, IN_STYLE, scope, walk);
  }
  if (!inStyle && /<[a-z][^<>]*=$/i.test(last)) {
    forbid(mustache, UNQUOTED, scope, walk);
  }
  walk.markup = { inStyle, last: '' };
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, walk: Walk): void {
  const call = block as Call;
  const helper = checkCall(call, scope, walk.findings);
  if (helper !== null && helper.gives !== 'block') {
    forbid(block, NO_BLOCK, scope, walk);
  }
  checkProgram(block.program, innerScope(block, scope), walk);
  checkProgram(block.inverse, scope, walk);
}

/** The scope inside a block: `each` and `with` change the context, and may name it. */
function innerScope(block: hbs.AST.BlockStatement, scope: Scope): Scope {
  const name = calledName(block as Call);
  if (name !== 'each' && name !== 'with') return scope;
  const silent: Findings = { failures: [], messages: [], partials: new Set() };
  const [subject] = block.params;
  const shape = subject === undefined ? null : checkExpression(subject, scope, silent);
  const inner = contextOf(name, shape);
  const [parameter] = block.program.blockParams ?? [];
  const blockParameters = new Map(scope.blockParameters);
  if (parameter !== undefined) blockParameters.set(parameter, inner);
  return { ...scope, contexts: [...scope.contexts, inner], blockParameters };
}

function contextOf(name: 'each' | 'with', shape: Shape | null): Shape {
  if (shape === null || typeof shape === 'string') return 'text';
  if (name === 'with') return shape;
  return 'list' in shape ? shape.list : 'text';
}

function checkPartialCall(partial: hbs.AST.PartialStatement, scope: Scope, walk: Walk): void {
  if (partial.name.type !== 'PathExpression') {
    return forbid(partial, COMPUTED, scope, walk);
  }
  const [subject] = partial.params;
  const current = scope.contexts.at(-1) ?? 'text';
  const context = subject === undefined ? current : checkExpression(subject, scope, walk.findings);
  if (context === null) return;
  const inner = withNamed(context, partial.hash, scope, walk.findings);
  const name = String(partial.name.original);
  const blockParameters = new Map<string, Shape>();
  walk.checkPartial(
    name,
    { ...scope, contexts: [inner], blockParameters },
    placeOf(scope, partial),
  );
}

/** Named arguments of a partial stand beside the fields of its context. */
function withNamed(
  context: Shape,
  hash: hbs.AST.Hash | undefined,
  scope: Scope,
  findings: Findings,
): Shape {
  const named = (hash?.pairs ?? []).map(
    ({ key, value }) => [key, checkExpression(value, scope, findings) ?? 'text'] as const,
  );
  if (named.length === 0) return context;
  const fields = typeof context === 'object' && 'record' in context ? context.record : {};
  return { record: { ...fields, ...Object.fromEntries(named) } };
}

function forbid(node: hbs.AST.Node, complaint: Complaint, scope: Scope, walk: Walk): void {
  const { message, instead } = complaint;
  const hint = instead === null ? null : `Write ${instead}.`;
  walk.findings.failures.push(failure('template', placeOf(scope, node), message, { hint }));
}
