import { listRuns } from '../ledger/read-run.ts';
import { nameOf, readReport, type InvoiceReport, type RunReport } from '../run/report.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { isThere } from './open-receipts.ts';
import { isUnreachable, openLedgerOf } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';
import { printReport, type ReportOptions } from './run-report.ts';

/** Options of `platen status`. */
export interface StatusOptions extends ReportOptions {
  readonly config?: string;
}

/** `platen status`: every invoice of a run, and why it stands where it stands; without a name, the newest run. */
export async function status(name: string | undefined, options: StatusOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) {
    reportAll('error', loaded.failures);
    return EXIT.usage;
  }
  if (!isThere(loaded.value.config)) return none(name);
  const ledger = await openLedgerOf(loaded.value.config, () => undefined);
  if (!ledger.ok) {
    reportAll('error', ledger.failures);
    return isUnreachable(ledger.failures) ? EXIT.unreachable : EXIT.usage;
  }
  try {
    const run = name ?? (await listRuns(ledger.value))[0];
    const report =
      run === undefined ? null : await readReport(ledger.value, { run, customers: null });
    return report === null ? none(name) : await print(report, options);
  } finally {
    await ledger.value.close();
  }
}

function none(name: string | undefined): number {
  say(name === undefined ? 'There is no run yet.' : `error: There is no run ${visible(name)}`);
  return name === undefined ? EXIT.ok : EXIT.usage;
}

async function print(report: RunReport, options: StatusOptions): Promise<number> {
  const silent = options.json === true || options.quiet === true;
  await printReport(report, options, (invoice) => {
    if (!silent) say(visible(lineOf(invoice)));
  });
  return EXIT.ok;
}

function lineOf(invoice: InvoiceReport): string {
  const mails = invoice.mails.map(({ recipient, state }) => `${recipient || 'nobody'} ${state}`);
  const where = invoice.archiveKey ?? '';
  return [nameOf(invoice), invoice.state, where, mails.join('; ')].filter(Boolean).join('  ');
}
