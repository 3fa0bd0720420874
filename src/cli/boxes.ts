import { printBoxes } from '../paginate/print-boxes.ts';
import { layOutMarkup } from '../pipeline.ts';
import { createPress } from '../press.ts';
import { EXIT } from './exit-code.ts';
import { readPage } from './page.ts';
import { strictly } from './strictly.ts';
import { reportAll } from './report.ts';

/** Options of `platen boxes`. */
export interface BoxesOptions {
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

/** `platen boxes`: every placed item of a page as JSON on standard output. */
export function boxes(file: string, options: BoxesOptions): number {
  const page = readPage(file);
  if (!page.ok) {
    reportAll('error', page.failures);
    return EXIT.usage;
  }
  const world = createPress().pageWorld(page.value.folder);
  const document = strictly(layOutMarkup(page.value.markup, world), options.strict ?? false);
  if (!options.quiet) reportAll('warning', document.warnings);
  if (!document.ok) {
    reportAll('error', document.failures);
    return EXIT.someFailed;
  }
  process.stdout.write(`${printBoxes(document.value)}\n`);
  return EXIT.ok;
}
