import type { Call } from './check-expression.ts';
import type { PrintContext } from './print-context.ts';
import {
  callEvaluator,
  evaluator,
  namedEvaluator,
  type Evaluate,
  type Parameters,
} from './print-expression.ts';

/** Gives what a piece of a template says. */
export type Print = (context: PrintContext) => string;

/** What is the same for a whole template. */
export interface PrintOptions {
  /** Makes a text safe where it stands: escapes HTML, or leaves plain text as it is. */
  readonly escape: (value: unknown) => string;
  /** The printer of a partial. */
  readonly partial: (name: string) => Print;
}

/**
 * A checked template as functions, by the rules of Handlebars for what templates may hold: its strict mode, and its
 * white space, which the parser has settled. Handlebars' own programs do the same, several times slower.
 */
export function printerOf(
  program: hbs.AST.Program | undefined,
  options: PrintOptions,
  parameters: Parameters,
): Print {
  const pieces = piecesOf(program, options, parameters);
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'function') return only;
  return (context) => {
    let text = '';
    for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(context);
    return text;
  };
}

/** What a template says here: always the same, or what a function prints. */
type Piece = string | Print;

/**
 * A whole template as a function. Its pieces are joined, not added: what is added stays a tree of its pieces, which is
 * slow to read.
 */
export function pagePrinter(program: hbs.AST.Program | undefined, options: PrintOptions): Print {
  const pieces = piecesOf(program, options, []);
  return (context) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : piece(context))).join('');
}

function piecesOf(
  program: hbs.AST.Program | undefined,
  options: PrintOptions,
  parameters: Parameters,
): readonly Piece[] {
  return (program?.body ?? [])
    .map((statement) => pieceOf(statement, options, parameters))
    .filter((piece) => piece !== '');
}

function pieceOf(
  statement: hbs.AST.Statement,
  options: PrintOptions,
  parameters: Parameters,
): Piece {
  switch (statement.type) {
    case 'ContentStatement':
      return (statement as hbs.AST.ContentStatement).value;
    case 'MustacheStatement':
      return mustachePrinter(statement as hbs.AST.MustacheStatement, options, parameters);
    case 'BlockStatement':
      return blockPrinter(statement as hbs.AST.BlockStatement, options, parameters);
    case 'PartialStatement':
      return partialPrinter(statement as hbs.AST.PartialStatement, options, parameters);
    default:
      return '';
  }
}

function mustachePrinter(
  mustache: hbs.AST.MustacheStatement,
  { escape }: PrintOptions,
  parameters: Parameters,
): Print {
  const isCall = mustache.params.length > 0 || (mustache.hash as unknown) !== undefined;
  const evaluate = isCall
    ? callEvaluator(mustache as Call, parameters)
    : evaluator(mustache.path, parameters);
  return (context) => escape(evaluate(context));
}

/** A block's parts. */
interface Block {
  readonly evaluate: Evaluate;
  readonly program: Print;
  readonly inverse: Print;
}

function blockPrinter(
  block: hbs.AST.BlockStatement,
  options: PrintOptions,
  parameters: Parameters,
): Print {
  const name = String(block.path.original);
  const isContext = name === 'each' || name === 'with';
  const inner = isContext ? [...parameters, block.program?.blockParams?.[0] ?? null] : parameters;
  const [subject] = block.params;
  if (subject === undefined) throw new TypeError(`${name} has no subject`);
  const evaluate = evaluator(subject, parameters);
  const program = printerOf(block.program, options, inner);
  const inverse = printerOf(block.inverse, options, parameters);
  switch (name) {
    case 'each':
      return eachPrinter({ evaluate, program, inverse });
    case 'with':
      return withPrinter({ evaluate, program, inverse });
    case 'unless':
      return ifPrinter({ evaluate, program: inverse, inverse: program });
    default:
      return ifPrinter({ evaluate, program, inverse });
  }
}

function ifPrinter({ evaluate, program, inverse }: Block): Print {
  return (context) => (saysSomething(evaluate(context)) ? program : inverse)(context);
}

function withPrinter({ evaluate, program, inverse }: Block): Print {
  return (context) => {
    const value = evaluate(context);
    const { root, loop } = context;
    if (!saysSomething(value)) return inverse(context);
    return program({ value, named: null, outer: context, root, loop });
  };
}

function eachPrinter({ evaluate, program, inverse }: Block): Print {
  return (context) => {
    const list = evaluate(context);
    if (!Array.isArray(list) || list.length === 0) return inverse(context);
    const { length } = list;
    // One context for all items: it is read while an item is printed, and by nobody later.
    const loop = { index: 0, first: true, last: length === 1, outer: context.loop };
    const value: unknown = list[0];
    const inner = { value, named: null, outer: context, root: context.root, loop };
    let text = '';
    const items: string[] | null = length > AT_ONCE ? [] : null;
    for (let index = 0; index < length; index++) {
      inner.value = list[index];
      loop.index = index;
      loop.first = index === 0;
      loop.last = index === length - 1;
      if (items === null) text += program(inner);
      else if (items.push(program(inner)) === AT_ONCE) {
        text += items.join('');
        items.length = 0;
      }
    }
    return items === null ? text : text + items.join('');
  };
}

/** Items of a long list that are put together at once: the texts that they were made of need not wait for the whole page. */
const AT_ONCE = 64;

/** What `if` takes for yes. */
function saysSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function partialPrinter(
  partial: hbs.AST.PartialStatement,
  options: PrintOptions,
  parameters: Parameters,
): Print {
  const print = options.partial(String((partial.name as hbs.AST.PathExpression).original));
  const [subject] = partial.params;
  const evaluate = subject === undefined ? null : evaluator(subject, parameters);
  const hash = partial.hash as hbs.AST.Hash | undefined;
  const namedOf = hash === undefined ? null : namedEvaluator(hash, parameters);
  const { indent } = partial as unknown as { readonly indent: string };
  return (context) => {
    const { root, loop } = context;
    const outerNamed = evaluate === null ? context.named : null;
    const value = evaluate === null ? context.value : evaluate(context);
    const named = namedOf === null ? outerNamed : { ...outerNamed, ...namedOf(context) };
    return indent + print({ value, named, outer: null, root, loop });
  };
}
