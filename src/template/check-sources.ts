import { failure } from '../failure.ts';
import type { World } from '../world.ts';
import { checkProgram, type CheckPartial } from './check-program.ts';
import type { Findings, Scope } from './check-context.ts';
import { parseSource, type TemplateSource } from './parse-source.ts';
import { STATEMENT_SHAPE } from './statement-shape.ts';
import { VIEW_SHAPE, type Shape } from './view-shape.ts';

/** The one file that is not about an invoice. */
export const STATEMENT_FILE = 'statement.hbs';

/** A template file with its partials, and what was found in them. */
export interface CheckedSources {
  readonly entry: string;
  readonly sources: ReadonlyMap<string, TemplateSource>;
  readonly findings: Findings;
}

/** The file of a partial: `{{> fees}}` is `sections/fees.hbs`. */
export function partialFile(name: string): string {
  return `sections/${name}.hbs`;
}

/** Read a template file and every partial that it reaches, and check them all against the view. */
export function checkSources(world: World, entry: string): CheckedSources {
  const sources = new Map<string, TemplateSource>();
  const findings: Findings = { failures: [], messages: [], partials: new Set() };
  const seen = new Set<string>();
  const textOf = rememberText();
  const enter = (file: string, scope: Omit<Scope, 'file'>, caller: string | null): void => {
    const key = `${file} ${scope.contexts.map(textOf).join()}`;
    if (seen.has(key)) return;
    seen.add(key);
    const source = sources.get(file) ?? read(world, file, caller, findings);
    if (source === null) return;
    sources.set(file, source);
    const within = [...scope.within, file];
    const checkPartial: CheckPartial = (name, inner, place) => {
      if (!isSound({ name, within, place }, findings)) return;
      enter(partialFile(name), { ...inner, within }, place);
    };
    const walk = { findings, checkPartial, markup: { inStyle: false, last: '' } };
    checkProgram(source.program, { ...scope, file }, walk);
  };
  enter(entry, outermost(entry === STATEMENT_FILE ? STATEMENT_SHAPE : VIEW_SHAPE), null);
  return { entry, sources, findings };
}

/** Shapes as texts; most partials have the whole view around them. */
function rememberText(): (shape: Shape) => string {
  const texts = new Map<Shape, string>();
  return (shape) => {
    const text = texts.get(shape) ?? JSON.stringify(shape);
    texts.set(shape, text);
    return text;
  };
}

function outermost(root: Shape): Omit<Scope, 'file'> {
  return { contexts: [root], blockParameters: new Map(), root, within: [] };
}

/** A partial has a plain name and does not include itself. */
function isSound(
  {
    name,
    within,
    place,
  }: { readonly name: string; readonly within: readonly string[]; readonly place: string },
  { failures, partials }: Findings,
): boolean {
  if (!/^[a-z][a-z0-9-]*$/i.test(name)) {
    const expected = 'letters, digits and hyphens';
    failures.push(failure('template', place, 'No name for a partial', { expected, found: name }));
    return false;
  }
  if (within.includes(partialFile(name))) {
    failures.push(failure('template', place, 'A partial includes itself', { found: name }));
    return false;
  }
  partials.add(name);
  return true;
}

function read(
  world: World,
  file: string,
  caller: string | null,
  findings: Findings,
): TemplateSource | null {
  const outcome = parseSource(world, file);
  if (outcome.ok) return outcome.value;
  const isMissing = caller !== null && world.resource(file) === null;
  const hint = 'Partials lie in the sections folder of the template.';
  const missing = () =>
    failure('template', caller ?? file, 'There is no such partial', {
      expected: `a file ${file}`,
      hint,
    });
  findings.failures.push(...(isMissing ? [missing()] : outcome.failures));
  return null;
}
