import { join } from 'node:path';
import { checkOverrides } from '../config/check-overrides.ts';
import { isDay } from '../config/schema-date.ts';
import type { Overrides } from '../config/settings.ts';
import { fileNameOf } from '../deliver/file-name.ts';
import { writePdf } from '../deliver/write-file.ts';
import { andThen, failure, success, type Failure } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { createPress } from '../press.ts';
import { renderStatement } from '../statement.ts';
import { checkTemplates } from './check-templates.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { readInput } from './read-input.ts';
import { reportAll, say } from './report.ts';
import { strictly } from './strictly.ts';

/** Options of `platen statement`. */
export interface StatementOptions extends Overrides {
  readonly customer: string;
  /** `2025-12-31`. */
  readonly asOf: string;
  readonly config?: string;
  readonly out: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

/** `platen statement`: a customer's invoices in these files become one statement of account. */
export async function statement(
  files: readonly string[],
  options: StatementOptions,
): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) return stop(loaded.failures);
  const { config, folder } = loaded.value;
  const wrong = [
    ...checkDay(options.asOf),
    ...checkOverrides(options, config),
    ...checkTemplates([['--template', options.template]]),
  ];
  if (wrong.length > 0) return stop(wrong);
  const raws: RawInvoice[] = [];
  for (const file of files) {
    for await (const input of readInput(file)) {
      if (!input.ok) return stop(input.failures, EXIT.someFailed);
      raws.push(...input.value);
    }
  }
  const press = createPress({ config, brandFolder: folder, overrides: options });
  const of = { customerId: options.customer, asOf: options.asOf };
  const rendered = strictly(renderStatement(raws, of, press), options.strict ?? false);
  const receipt = andThen(rendered, ({ view, pdf }) => {
    const file = join(options.out, `${fileNameOf(view.number)}.pdf`);
    return andThen(writePdf(pdf, file, { force: options.force ?? false }), success);
  });
  if (!options.quiet || !receipt.ok) reportAll('warning', receipt.warnings);
  if (!receipt.ok) return stop(receipt.failures, EXIT.someFailed);
  if (!options.quiet) say(`${receipt.value.file}  ${receipt.value.bytes} bytes`);
  return EXIT.ok;
}

function checkDay(asOf: string): readonly Failure[] {
  if (isDay(asOf)) return [];
  return [
    failure('config', '--as-of', 'This is no day', {
      expected: 'a day such as 2025-12-31',
      found: asOf,
    }),
  ];
}

function stop(failures: readonly Failure[], code: number = EXIT.usage): number {
  reportAll('error', failures);
  return code;
}
