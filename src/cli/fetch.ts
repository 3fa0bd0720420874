import { success, type Failure } from '../failure.ts';
import { parsePeriod } from '../fetch/period.ts';
import { EXIT } from './exit-code.ts';
import { fetchFiles, type FetchScope } from './fetch-files.ts';
import { loadConfig } from './load-config.ts';
import { openAmberflo } from './open-amberflo.ts';
import { recordKeeper } from './record-keeper.ts';
import { reportAll, say } from './report.ts';

/** Options of `platen fetch`. */
export interface FetchOptions extends Omit<FetchScope, 'period'> {
  readonly config?: string;
  readonly customer?: readonly string[];
  readonly all?: boolean;
  readonly period?: string;
}

/** `platen fetch`: customers and invoices become files that `platen render` reads, to the byte as they came. */
export async function fetchInvoices(options: FetchOptions): Promise<number> {
  const { customer = [], all = false } = options;
  if (all === customer.length > 0) {
    say('error: say either --all or --customer with one or more ids');
    return EXIT.usage;
  }
  const period = options.period === undefined ? success(null) : parsePeriod(options.period);
  const loaded = loadConfig(options.config);
  if (!period.ok || !loaded.ok)
    return refuse([period, loaded].flatMap((one) => (one.ok ? [] : one.failures)));
  const amberflo = openAmberflo(loaded.value, recordKeeper(options.out));
  reportAll('warning', amberflo.warnings);
  if (!amberflo.ok) return refuse(amberflo.failures);
  try {
    const scope = { ...options, period: period.value };
    return await fetchFiles(amberflo.value, all ? null : customer, scope);
  } finally {
    await amberflo.value.close();
  }
}

function refuse(failures: readonly Failure[]): number {
  reportAll('error', failures);
  return EXIT.usage;
}
