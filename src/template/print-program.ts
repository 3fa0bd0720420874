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
  const printers = printersOf(program, options, parameters);
  const [only] = printers;
  if (printers.length === 1 && only !== undefined) return only;
  return (context) => {
    let text = '';
    for (const print of printers) text += print(context);
    return text;
  };
}

/**
 * A whole template as a function. Its pieces are joined, not added: what is added stays a tree of its pieces, which is
 * slow to read.
 */
export function pagePrinter(program: hbs.AST.Program | undefined, options: PrintOptions): Print {
  const printers = printersOf(program, options, []);
  return (context) => printers.map((print) => print(context)).join('');
}

function printersOf(
  program: hbs.AST.Program | undefined,
  options: PrintOptions,
  parameters: Parameters,
): readonly Print[] {
  return (program?.body ?? []).flatMap((statement) => {
    const printer = statementPrinter(statement, options, parameters);
    return printer === null ? [] : [printer];
  });
}

function statementPrinter(
  statement: hbs.AST.Statement,
  options: PrintOptions,
  parameters: Parameters,
): Print | null {
  switch (statement.type) {
    case 'ContentStatement': {
      const { value } = statement as hbs.AST.ContentStatement;
      return value === '' ? null : () => value;
    }
    case 'MustacheStatement':
      return mustachePrinter(statement as hbs.AST.MustacheStatement, options, parameters);
    case 'BlockStatement':
      return blockPrinter(statement as hbs.AST.BlockStatement, options, parameters);
    case 'PartialStatement':
      return partialPrinter(statement as hbs.AST.PartialStatement, options, parameters);
    default:
      return null;
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
    return saysSomething(value) ? program({ value, outer: context, root, loop }) : inverse(context);
  };
}

function eachPrinter({ evaluate, program, inverse }: Block): Print {
  return (context) => {
    const list = evaluate(context);
    if (!Array.isArray(list) || list.length === 0) return inverse(context);
    const { length } = list;
    // One context for all items: it is read while an item is printed, and by nobody later.
    const loop = { index: 0, first: true, last: length === 1, outer: context.loop };
    const inner = { value: list[0] as unknown, outer: context, root: context.root, loop };
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
  const evaluate: Evaluate =
    subject === undefined ? ({ value }) => value : evaluator(subject, parameters);
  const named = partial.hash as hbs.AST.Hash | undefined;
  const namedOf = namedEvaluator(named, parameters);
  const { indent } = partial as unknown as { readonly indent: string };
  return (context) => {
    const given = evaluate(context);
    const value = named === undefined ? given : namedOf(context, { ...(given as object) });
    return indent + print({ value, outer: null, root: context.root, loop: context.loop });
  };
}
