import Handlebars from 'handlebars';
import { failed, success, type Outcome } from '../failure.ts';
import type { InvoiceView } from '../view/invoice-view.ts';
import type { StatementView } from '../view/statement-view.ts';
import type { World } from '../world.ts';
import type { MessageUse } from './check-context.ts';
import { checkSources, partialFile, type CheckedSources } from './check-sources.ts';
import { pagePrinter, printerOf, type Print } from './print-program.ts';

/** A template file ready to be filled. */
export interface CompiledTemplate {
  readonly file: string;
  readonly print: (view: InvoiceView | StatementView) => string;
  /** Every word that the file and its partials ask for. */
  readonly messages: readonly MessageUse[];
}

/** A file of the world's template, checked and compiled once. Plain-text files (`.txt.hbs`) need no HTML escaping. */
export function compileTemplate(world: World, file: string): Outcome<CompiledTemplate> {
  return world.memo(`template:compiled:${file}`, () => {
    const checked = checkSources(world, file);
    const { failures, messages } = checked.findings;
    if (failures.length > 0) return failed(failures);
    return success({ file, print: compile(checked), messages });
  });
}

function compile({ entry, sources }: CheckedSources): CompiledTemplate['print'] {
  const isPlainText = entry.endsWith('.txt.hbs');
  const printers = new Map<string, Print>();
  const options = { escape: isPlainText ? asText : escapeHtml, partial };
  function partial(name: string): Print {
    const file = partialFile(name);
    const print = printers.get(file) ?? printerOf(sources.get(file)?.program, options, []);
    printers.set(file, print);
    return print;
  }
  const print = pagePrinter(sources.get(entry)?.program, options);
  return (view) => print({ value: view, named: null, outer: null, root: view, loop: null });
}

const escapeHtml = Handlebars.escapeExpression as (value: unknown) => string;

function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
