import Handlebars from 'handlebars';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { World } from '../world.ts';

/** A template file and its syntax tree. */
export interface TemplateSource {
  readonly file: string;
  readonly program: hbs.AST.Program;
}

/** Larger files are no templates. */
const MAXIMUM_BYTES = 1024 * 1024;

/** Read and parse one file of the template folder. */
export function parseSource(world: World, file: string): Outcome<TemplateSource> {
  const resource = world.resource(file);
  if (resource === null) return noFile(file);
  if (resource.bytes.byteLength > MAXIMUM_BYTES) {
    const expected = `at most ${MAXIMUM_BYTES} bytes`;
    return failed([failure('template', file, 'The template file is too large', { expected })]);
  }
  try {
    const program =
      world.syntaxTree(resource.bytes) ??
      Handlebars.parse(new TextDecoder().decode(resource.bytes));
    return success({ file, program });
  } catch (error) {
    return failed([syntaxFailure(file, error)]);
  }
}

function noFile(file: string): Outcome<never> {
  const hint = 'Add the file to the template folder.';
  return failed([failure('template', file, 'The template has no such file', { hint })]);
}

/** Handlebars says where in three ways: fields of the exception, `line 3:` or ` - 3:5` in its message. */
function syntaxFailure(file: string, error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  const [first = '', ...rest] = message.split('\n');
  const at = / - (\d+):(\d+)$/.exec(first);
  const line = at?.[1] ?? /line (\d+)/.exec(first)?.[1] ?? '1';
  const column = at?.[2] === undefined ? caretColumn(rest) : Number(at[2]) + 1;
  const found = (rest.length > 0 ? (rest.at(-1) ?? first) : first).replace(/ - \d+:\d+$/, '');
  return failure('template', `${file}:${line}:${column}`, 'The template cannot be parsed', {
    found,
  });
}

/** Handlebars draws an arrow under the place: `-----^`. */
function caretColumn(lines: readonly string[]): number {
  const arrow = lines.find((line) => /^-*\^$/.test(line));
  return arrow === undefined ? 1 : arrow.length;
}
