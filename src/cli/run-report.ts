import { once } from 'node:events';
import {
  countOutcomes,
  exceptionOf,
  exceptionsOf,
  type Exception,
  type InvoiceReport,
  type OutcomeCount,
  type RunReport,
} from '../run/report.ts';
import { openReportFile } from './report-file.ts';
import { reportAll, say, visible } from './report.ts';

/** Options of commands that report a run. */
export interface ReportOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly report?: string;
}

/** More exceptions are counted, not printed; the JSON report has them all. */
const MOST_PRINTED = 100;

/**
 * Print the table of outcomes and everything that did not simply go through; write the JSON report where one is asked for.
 * Answers whether anything failed that a person has to see to.
 */
export async function printReport(
  report: RunReport,
  options: ReportOptions,
  onInvoice: (invoice: InvoiceReport) => void = () => undefined,
): Promise<boolean> {
  const file = options.report === undefined ? null : openReportFile(options.report, report);
  const outcomes = countOutcomes(report.unfetched);
  const exceptions = listExceptions(options.quiet === true);
  report.unfetched.map(exceptionOf).forEach(exceptions.add);
  for await (const invoice of report.invoices) {
    file?.put(invoice);
    if (options.json === true) await printLine(JSON.stringify(invoice));
    onInvoice(invoice);
    outcomes.add(invoice);
    exceptionsOf(invoice).forEach(exceptions.add);
  }
  file?.end();
  exceptions.print();
  if (options.quiet !== true) printOutcomes(report.run, outcomes.rows());
  reportAll('error', report.trouble);
  return exceptions.anyFailed();
}

/** Whoever reads the lines slowly is waited for: a hundred thousand are not kept for him. */
async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Keeps as many exceptions as are printed, and counts the others. */
function listExceptions(failuresOnly: boolean) {
  const first: Exception[] = [];
  const counts = { all: 0, failed: 0 };
  return {
    add: (exception: Exception) => {
      if (exception.kind === 'failed') counts.failed += 1;
      else if (failuresOnly) return;
      counts.all += 1;
      if (first.length < MOST_PRINTED) first.push(exception);
    },
    anyFailed: () => counts.failed > 0,
    print: () => {
      for (const { kind, name, reason } of first) say(visible(`${kind}: ${name}: ${reason}`));
      const more = counts.all - first.length;
      if (more > 0) say(`… and ${more} more; --report FILE or --json lists all`);
    },
  };
}

function printOutcomes(run: string, outcomes: readonly OutcomeCount[]): void {
  const width = Math.max(0, ...outcomes.map(({ outcome }) => outcome.length));
  say(`run ${run}`);
  for (const { outcome, count } of outcomes)
    say(`  ${outcome.padEnd(width)}  ${`${count}`.padStart(7)}`);
  if (outcomes.length === 0) say('  no invoices');
}
