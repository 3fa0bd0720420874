import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Amberflo } from '../fetch/amberflo.ts';
import type { FetchRecord } from '../fetch/fetched.ts';
import { parsePeriod } from '../fetch/period.ts';
import { executeRun, type RunRequest } from '../run/execute-run.ts';
import { createBrake, type Brake } from '../run/parts.ts';
import { readReport } from '../run/report.ts';
import { keepRecords } from '../run/source.ts';
import { ledgerLost } from '../run/work.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { openAmberflo } from './open-amberflo.ts';
import { isUnreachable, openRun, type Environment, type OpenedRun } from './open-run.ts';
import { reportAll, say } from './report.ts';
import { openProgress } from './run-progress.ts';
import { printReport, type ReportOptions } from './run-report.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** Options of `platen run`. */
export interface RunOptions extends ReportOptions {
  readonly config?: string;
  readonly period: string;
  readonly customer?: readonly string[];
  readonly steps?: string;
  readonly dryRun?: boolean;
  readonly resendRevisions?: boolean;
}

const STEPS = ['fetch', 'render', 'archive', 'mail'] as const;

/** `platen run`: a period's invoices are fetched, rendered, archived and mailed; started again, it goes on. */
export async function run(options: RunOptions): Promise<number> {
  const request = requestOf(options);
  const loaded = loadConfig(options.config);
  if (!request.ok || !loaded.ok) return refuse([request, loaded]);
  if (options.dryRun === true) {
    const { rehearse } = await import('./rehearse.ts');
    return rehearse(request.value, loaded.value, options);
  }
  const open = (onRecord: (record: FetchRecord) => void) => openAmberflo(loaded.value, onRecord);
  const place = { loaded: loaded.value, open, environment: process.env };
  return runWith(request.value, place, options);
}

/** Where a run takes place. */
export interface RunPlace {
  readonly loaded: LoadedConfig;
  readonly open: (onRecord: (record: FetchRecord) => void) => Outcome<Amberflo>;
  readonly environment: Environment;
}

/** A run whose request and configuration are read. */
export async function runWith(
  request: RunRequest,
  { loaded, open, environment }: RunPlace,
  options: ReportOptions,
): Promise<number> {
  const records = keepRecords();
  const amberflo = request.fetch ? open(records.keep) : null;
  if (amberflo !== null && !amberflo.ok) return refuse([amberflo]);
  const opened = await openRun(loaded, environment, (error) => say(`ledger: ${error.message}`));
  if (!opened.ok) {
    await amberflo?.value.close();
    return refuse([opened]);
  }
  const brake = createBrake();
  const release = stopOnSignals(brake);
  const progress = openProgress(options.quiet === true);
  const source = amberflo?.value ?? nowhere;
  const around = { source, records, brake, onProgress: progress.show };
  try {
    await executeRun(request, opened.value.parts, around);
    progress.end();
    return await conclude(request, { opened: opened.value, brake }, options);
  } finally {
    release();
    await amberflo?.value.close();
    await opened.value.close();
  }
}

/** Where no step fetches, nobody asks. */
const nowhere = {
  customers: async function* () {},
  customer: async () => ({ ok: true, value: null, warnings: [] }) as const,
  invoicesOf: async function* () {},
};

interface Ended {
  readonly opened: OpenedRun;
  readonly brake: Brake;
}

async function conclude(
  request: RunRequest,
  ended: Ended,
  options: ReportOptions,
): Promise<number> {
  const { brake } = ended;
  const anyFailed = await tell(request, ended, options).catch((error: unknown) => {
    brake.stop({ failures: [ledgerLost(error)] });
    reportAll('error', brake.trouble()?.failures ?? []);
    return true;
  });
  if (brake.trouble() !== null) {
    say('The run was stopped; nothing is lost. Start it again to go on.');
    return EXIT.unreachable;
  }
  if (brake.signal.aborted) {
    say('The run was interrupted; nothing is lost. Start it again to go on.');
    return EXIT.someFailed;
  }
  return anyFailed ? EXIT.someFailed : EXIT.ok;
}

/** Report what became of the run, as far as the ledger can say it. */
async function tell(
  { run: name, customers }: RunRequest,
  { opened, brake }: Ended,
  options: ReportOptions,
): Promise<boolean> {
  const trouble = brake.trouble()?.failures ?? [];
  const report = await readReport(opened.parts.ledger, { run: name, customers }, trouble);
  if (report !== null) return printReport(report, options);
  reportAll('error', trouble);
  return false;
}

function requestOf(options: RunOptions): Outcome<RunRequest> {
  const period = parsePeriod(options.period);
  if (!period.ok) return period;
  const named = (options.steps ?? STEPS.join(',')).split(',').map((step) => step.trim());
  const unknown = named.filter((step) => !STEPS.some((one) => one === step));
  if (unknown.length > 0) return failed([noStep(unknown)]);
  const { customer = [], resendRevisions = false } = options;
  const has = (step: (typeof STEPS)[number]) => named.includes(step);
  return success({
    run: period.value.name,
    period: period.value,
    customers: customer.length === 0 ? null : customer,
    fetch: has('fetch'),
    render: has('render') || has('archive'),
    archive: has('archive'),
    mail: has('mail'),
    resendRevisions,
  });
}

function noStep(unknown: readonly string[]): Failure {
  return failure('run', '--steps', 'There is no such step', {
    expected: `some of ${STEPS.join(',')}`,
    found: unknown.join(','),
  });
}

function refuse(outcomes: readonly Outcome<unknown>[]): number {
  const failures = outcomes.flatMap((one) => (one.ok ? [] : one.failures));
  reportAll('error', failures);
  return isUnreachable(failures) ? EXIT.unreachable : EXIT.usage;
}
