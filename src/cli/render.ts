import { basename, join } from 'node:path';
import { checkOverrides } from '../config/check-overrides.ts';
import type { Overrides } from '../config/settings.ts';
import { fileNameOf } from '../deliver/file-name.ts';
import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { plainAmount } from '../money/format-money.ts';
import { roundMoney } from '../money/round.ts';
import { renderInvoice, type RenderedInvoice } from '../pipeline.ts';
import { createPress, type Press } from '../press.ts';
import { openSealing } from '../signature/open-sealing.ts';
import { checkTemplates } from './check-templates.ts';
import { CUSTOMERS_FILE, factsFilesFor, readFactsFiles } from './customers-file.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { uriOf, type OutcomeLine, type RenderedLine } from './outcome-line.ts';
import { readInput } from './read-input.ts';
import { reportAll, say, visible } from './report.ts';
import { printTable } from './table.ts';
import { writeDocument, type Format } from './write-document.ts';
import { wantsCsvBeside, writeUsageCsv } from './write-usage-csv.ts';

/** Options of `platen render`. */
export interface RenderOptions extends Overrides {
  readonly config?: string;
  /** File with customers as Amberflo gives them. Default: `customers.json` beside each file. */
  readonly customers?: string;
  readonly out: string;
  /** Write usage.csv beside each PDF, whatever the configuration says. */
  readonly csv?: boolean;
  /** The PDF, the invoice as UBL in its place, or both. Default: the PDF. */
  readonly format?: Format;
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
  const impossible = checkOverrides(options, config);
  const wrong =
    impossible.length > 0 ? impossible : checkTemplates([['--template', options.template]]);
  if (wrong.length > 0) {
    reportAll('error', wrong);
    return EXIT.usage;
  }
  const invoices = files.filter((file) => basename(file) !== CUSTOMERS_FILE);
  const facts = readFactsFiles(factsFilesFor(files, options.customers), config.fetch.traits);
  if (!options.quiet) reportAll('warning', facts.warnings);
  if (!facts.ok) {
    reportAll('error', facts.failures);
    return EXIT.usage;
  }
  const sealing = await openSealing(config, folder, process.env);
  if (!sealing.ok) {
    reportAll('error', sealing.failures);
    return EXIT.usage;
  }
  const customerFacts = (id: string) => facts.value.get(id) ?? null;
  const press = createPress({
    config,
    brandFolder: folder,
    overrides: options,
    customerFacts,
    sealing: sealing.value,
  });
  return renderFiles(invoices, press, options);
}

/** Render files with a press that is ready; answers the exit code. */
async function renderFiles(
  files: readonly string[],
  press: Press,
  options: RenderOptions,
): Promise<number> {
  const lines: OutcomeLine[] = [];
  const written = new Map<string, string>();
  const finish = (line: OutcomeLine, origin: string) => {
    lines.push(line);
    announce(line, origin, options);
  };
  for (const file of files) {
    for await (const input of readInput(file)) {
      if (!options.quiet) reportAll('warning', input.warnings);
      if (!input.ok) finish({ status: 'failed', invoiceUri: null, failures: input.failures }, file);
      for (const raw of input.ok ? input.value : [])
        finish(renderOne(raw, press, { options, written }), file);
    }
  }
  if (!options.quiet) printTable(lines);
  return lines.some((line) => line.status === 'failed') ? EXIT.someFailed : EXIT.ok;
}

/** What the invoices of one run share. */
interface Run {
  readonly options: RenderOptions;
  /** URI of the invoice in each file of this run. */
  readonly written: Map<string, string>;
}

function renderOne(raw: RawInvoice, press: Press, run: Run): OutcomeLine {
  const rendered = strictly(renderInvoice(raw, press), run.options.strict ?? false);
  const line = andThen(rendered, (value) => store(value, run));
  if (!line.ok) return { status: 'failed', invoiceUri: uriOf(raw.body), failures: line.failures };
  return { ...line.value, warnings: line.warnings };
}

/** With `--force` too, no invoice replaces another one of the same run. */
function store(rendered: RenderedInvoice, { options, written }: Run): Outcome<RenderedLine> {
  const { invoice, tax, settings, view, pdf } = rendered;
  const file = join(options.out, `${fileNameOf(view.number)}.pdf`);
  const due = roundMoney(tax.due.payment, settings.rounding);
  const force = (options.force ?? false) && !written.has(file);
  const other = written.get(file);
  if (other !== undefined && other !== invoice.uri) return failed([sameNumber(file, other)]);
  written.set(file, invoice.uri);
  const beside = wantsCsvBeside(settings, options.csv ?? false);
  const csv = beside ? writeUsageCsv(rendered, file, { force }) : success(null);
  return andThen(
    andThen(csv, () => writeDocument(rendered, file, options.format ?? 'pdf', { force })),
    (receipt) =>
      success({
        status: 'ok',
        invoiceUri: invoice.uri,
        number: view.number,
        file: receipt.file,
        ...(csv.ok && csv.value !== null ? { csv: csv.value } : {}),
        pages: pdf.pages,
        bytes: receipt.bytes,
        sha256: receipt.sha256,
        currency: due.currency.code,
        amountDue: plainAmount(due),
        warnings: [],
      }),
  );
}

function sameNumber(file: string, other: string): Failure {
  return failure('deliver', file, 'Another invoice of this run has the same number', {
    expected: 'a number for each invoice',
    found: `the number of ${other}`,
    hint: 'Put {hash} into number.pattern.',
  });
}

/** With `--strict` warnings are failures. */
export function strictly<T>(outcome: Outcome<T>, strict: boolean): Outcome<T> {
  return strict && outcome.ok && outcome.warnings.length > 0 ? failed(outcome.warnings) : outcome;
}

/** Messages name places within an invoice; the line before them says which invoice, of which file. */
function announce(line: OutcomeLine, origin: string, options: RenderOptions): void {
  if (options.json) process.stdout.write(`${JSON.stringify(line)}\n`);
  const name = [origin, line.invoiceUri].filter((part) => part !== null).join(': ');
  if (line.status === 'failed') {
    say(visible(`failed: ${name}`));
    reportAll('error', line.failures);
  } else if (!options.quiet && line.warnings.length > 0) {
    say(visible(`warnings: ${name}`));
    reportAll('warning', line.warnings);
  }
}
