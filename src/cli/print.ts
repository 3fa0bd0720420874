import { join } from 'node:path';
import { writePdf } from '../deliver/write-file.ts';
import { andThen } from '../failure.ts';
import { printMarkup } from '../pipeline.ts';
import { createPress } from '../press.ts';
import { EXIT } from './exit-code.ts';
import { readPage } from './page.ts';
import { strictly } from './strictly.ts';
import { reportAll, say } from './report.ts';

/** Options of `platen print`. */
export interface PrintOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

/** `platen print`: an HTML page becomes a PDF of the same name. */
export function print(file: string, options: PrintOptions): number {
  const page = readPage(file);
  if (!page.ok) {
    reportAll('error', page.failures);
    return EXIT.usage;
  }
  const { markup, folder, name } = page.value;
  const printed = strictly(
    printMarkup(markup, createPress().pageWorld(folder)),
    options.strict ?? false,
  );
  const target = join(options.out, `${name}.pdf`);
  const receipt = andThen(printed, (pdf) =>
    writePdf(pdf, target, { force: options.force ?? false }),
  );
  if (!receipt.ok || !options.quiet) reportAll('warning', receipt.warnings);
  if (!receipt.ok) reportAll('error', receipt.failures);
  else if (!options.quiet) say(`${receipt.value.file}  ${receipt.value.bytes} bytes`);
  return receipt.ok ? EXIT.ok : EXIT.someFailed;
}
