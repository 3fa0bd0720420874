import Handlebars from 'handlebars';
import { failed, success, type Outcome } from '../failure.ts';
import type { InvoiceView } from '../view/invoice-view.ts';
import type { StatementView } from '../view/statement-view.ts';
import type { World } from '../world.ts';
import type { MessageUse } from './check-context.ts';
import { checkSources, partialFile, type CheckedSources } from './check-sources.ts';
import { HELPERS, registerHelpers } from './helpers.ts';

/** A template file ready to be filled. */
export interface CompiledTemplate {
  readonly file: string;
  readonly print: (view: InvoiceView | StatementView) => string;
  /** Every word that the file and its partials ask for. */
  readonly messages: readonly MessageUse[];
}

const COMMON = {
  strict: true,
  assumeObjects: false,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: {
    ...Object.fromEntries([...HELPERS.keys()].map((name) => [name, true])),
    lookup: false,
    log: false,
    helperMissing: false,
    blockHelperMissing: false,
  },
} as const satisfies CompileOptions;

const RUNTIME = {
  allowProtoPropertiesByDefault: false,
  allowProtoMethodsByDefault: false,
} as const;

/** A file of the world's template, checked and compiled once. Plain-text files (`.txt.hbs`) need no HTML escaping. */
export function compileTemplate(world: World, file: string): Outcome<CompiledTemplate> {
  return world.memo(`template:compiled:${file}`, () => {
    const checked = checkSources(world, file);
    const { failures, messages } = checked.findings;
    if (failures.length > 0) return failed(failures);
    return success({ file, print: compile(checked), messages });
  });
}

function compile({ entry, sources, findings }: CheckedSources): CompiledTemplate['print'] {
  const environment = Handlebars.create();
  registerHelpers(environment);
  const options: CompileOptions = { ...COMMON, noEscape: entry.endsWith('.txt.hbs') };
  for (const name of findings.partials) {
    const program = sources.get(partialFile(name))?.program;
    if (program) environment.registerPartial(name, environment.compile(program, options));
  }
  const print = environment.compile(sources.get(entry)?.program, options);
  return (view) => print(view, RUNTIME);
}
