import { writeFileSync } from 'node:fs';
import { exceptionsOf, outcomesOf, type Exception, type RunReport } from '../run/report.ts';
import { reportAll, say, visible } from './report.ts';

/** Options of commands that report a run. */
export interface ReportOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly report?: string;
}

/** More exceptions of one kind are counted, not printed; the JSON report has them all. */
const MOST_PRINTED = 100;

/** Print the table of outcomes and everything that did not simply go through; write the JSON report where one is asked for. */
export function printReport(report: RunReport, options: ReportOptions): void {
  if (options.report !== undefined)
    writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  if (options.json === true)
    for (const invoice of report.invoices) process.stdout.write(`${JSON.stringify(invoice)}\n`);
  const exceptions = exceptionsOf(report);
  const failures = exceptions.filter(({ kind }) => kind === 'failed');
  printExceptions(options.quiet === true ? failures : exceptions);
  if (options.quiet !== true) printOutcomes(report);
  reportAll('error', report.trouble);
}

function printExceptions(exceptions: readonly Exception[]): void {
  for (const { kind, name, reason } of exceptions.slice(0, MOST_PRINTED))
    say(visible(`${kind}: ${name}: ${reason}`));
  const more = exceptions.length - MOST_PRINTED;
  if (more > 0) say(`… and ${more} more; --report FILE or --json lists all`);
}

function printOutcomes(report: RunReport): void {
  const outcomes = outcomesOf(report);
  const width = Math.max(0, ...outcomes.map(({ outcome }) => outcome.length));
  say(`run ${report.run}`);
  for (const { outcome, count } of outcomes)
    say(`  ${outcome.padEnd(width)}  ${`${count}`.padStart(7)}`);
  if (outcomes.length === 0) say('  no invoices');
}
