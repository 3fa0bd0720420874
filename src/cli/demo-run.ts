import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/schema.ts';
import { andThen, success } from '../failure.ts';
import { serveAmberflo } from '../fake-amberflo/serve-amberflo.ts';
import { createAmberflo } from '../fetch/amberflo.ts';
import { parsePeriod } from '../fetch/period.ts';
import { examplesFolder } from '../press.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { machineClock } from './open-amberflo.ts';
import { reportAll, say } from './report.ts';
import { runWith, type RunPlace } from './run.ts';

/** Customers of the make-believe account that the demo bills. */
const PERIOD = '2026-10';

/** A whole billing run on this machine: a make-believe account is fetched, rendered, archived and mailed to folders. */
export async function demoRun(out: string, quiet: boolean): Promise<number> {
  const period = parsePeriod(PERIOD);
  const loaded = andThen(loadConfig(join(examplesFolder, 'demo.config.json')), (value) =>
    success(demoConfig(value, freshFolder(out))),
  );
  if (!loaded.ok || !period.ok) {
    reportAll('error', loaded.ok ? [] : loaded.failures);
    return EXIT.usage;
  }
  const fake = await serveAmberflo();
  try {
    const steps = { fetch: true, render: true, archive: true, mail: true, resendRevisions: false };
    const request = { run: PERIOD, period: period.value, customers: null, ...steps };
    if (!quiet) say(`\nA billing run of ${PERIOD} for a make-believe account of 25 customers`);
    const code = await runWith(request, placeOf(loaded.value, fake), { quiet });
    if (!quiet) tell(loaded.value.config);
    return code;
  } finally {
    await fake.close();
  }
}

/** Nothing of the environment reaches the demo: no key, no server, no password. */
function placeOf(
  loaded: LoadedConfig,
  fake: { readonly url: string; readonly apiKey: string },
): RunPlace {
  const { url: baseUrl, apiKey } = fake;
  const { withPaymentStatus } = loaded.config.fetch;
  return {
    loaded,
    environment: {},
    open: (onRecord) =>
      createAmberflo({ withPaymentStatus, baseUrl, apiKey, clock: machineClock, onRecord }),
  };
}

/** What an earlier demo wrote is removed; a folder that no demo made is left alone. */
function freshFolder(out: string): string {
  const folder = join(out, 'billing');
  const mark = join(folder, '.made-by-platen-demo');
  if (existsSync(mark)) rmSync(folder, { recursive: true, force: true });
  const own = existsSync(folder) ? join(out, 'billing-demo') : folder;
  if (own !== folder) rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, '.made-by-platen-demo'), '');
  return own;
}

function demoConfig({ config, folder }: LoadedConfig, into: string): LoadedConfig {
  const archive = { ...config.archive, type: 'folder', folder: join(into, 'archive') } as const;
  const mail = { ...config.mail, transport: 'file', outbox: join(into, 'outbox') } as const;
  const ledger = { directory: join(into, 'ledger') };
  return { folder, config: { ...config, archive, mail, ledger } };
}

function tell({ archive, mail, ledger }: Config): void {
  say(`PDFs in ${archive.folder}, mails in ${mail.outbox}, ledger in ${ledger.directory}`);
}
