import { join } from 'node:path';
import type { Overrides } from '../config/resolve-settings.ts';
import { fileNameOf } from '../deliver/file-name.ts';
import { writePdf } from '../deliver/write-file.ts';
import { andThen, failed, success, type Failure, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { roundMoney } from '../money/round.ts';
import { renderInvoice, type RenderedInvoice } from '../pipeline.ts';
import { createPress, type Press } from '../press.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { uriOf, type OutcomeLine } from './outcome-line.ts';
import { readInput } from './read-input.ts';
import { reportAll, say } from './report.ts';
import { printTable } from './table.ts';

/** Options of `platen render`. */
export interface RenderOptions extends Overrides {
  readonly config?: string;
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

/** `platen render`: every invoice of every file becomes a PDF, or is listed with all that is wrong with it. */
export async function render(files: readonly string[], options: RenderOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) {
    reportAll('error', loaded.failures);
    return EXIT.usage;
  }
  const { config, folder } = loaded.value;
  return renderFiles(
    files,
    createPress({ config, brandFolder: folder, overrides: options }),
    options,
  );
}

/** Render files with a press that is ready; answers the exit code. */
export function renderFiles(
  files: readonly string[],
  press: Press,
  options: RenderOptions,
): number {
  const lines: OutcomeLine[] = [];
  const finish = (line: OutcomeLine) => {
    lines.push(line);
    announce(line, options);
  };
  for (const file of files) {
    const input = readInput(file);
    if (!input.ok) finish({ status: 'failed', invoiceUri: null, failures: input.failures });
    if (!options.quiet) reportAll('warning', input.warnings);
    for (const raw of input.ok ? input.value : []) finish(renderOne(raw, press, options));
  }
  if (!options.quiet) printTable(lines);
  return lines.some((line) => line.status === 'failed') ? EXIT.someFailed : EXIT.ok;
}

function renderOne(raw: RawInvoice, press: Press, options: RenderOptions): OutcomeLine {
  const rendered = strictly(renderInvoice(raw, press), options.strict ?? false);
  const line = andThen(rendered, (value) => store(value, options));
  if (!line.ok) return { status: 'failed', invoiceUri: uriOf(raw.body), failures: line.failures };
  return { ...line.value, warnings: line.warnings };
}

function store(
  { invoice, settings, view, pdf }: RenderedInvoice,
  options: RenderOptions,
): Outcome<OutcomeLine & { status: 'ok' }> {
  const file = join(options.out, `${fileNameOf(view.number)}.pdf`);
  const due = roundMoney(invoice.totals.due.payment, settings.rounding);
  return andThen(writePdf(pdf, file, { force: options.force ?? false }), (receipt) =>
    success({
      status: 'ok',
      invoiceUri: invoice.uri,
      number: view.number,
      file: receipt.file,
      pages: pdf.pages,
      bytes: receipt.bytes,
      sha256: receipt.sha256,
      currency: due.currency.code,
      amountDue: due.amount.toFixed(due.currency.digits),
      warnings: [],
    }),
  );
}

/** With `--strict` warnings are failures. */
export function strictly<T>(outcome: Outcome<T>, strict: boolean): Outcome<T> {
  return strict && outcome.ok && outcome.warnings.length > 0 ? failed(outcome.warnings) : outcome;
}

function announce(line: OutcomeLine, options: RenderOptions): void {
  if (options.json) process.stdout.write(`${JSON.stringify(line)}\n`);
  if (line.status === 'failed') reportFailed(line.invoiceUri, line.failures);
  else if (!options.quiet) reportAll('warning', line.warnings);
}

function reportFailed(uri: string | null, failures: readonly Failure[]): void {
  if (uri !== null) say(`failed: ${uri}`);
  reportAll('error', failures);
}
