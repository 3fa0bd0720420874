import { availableParallelism } from 'node:os';
import { openArchive } from '../archive/open-archive.ts';
import { retentionOf } from '../archive/retention.ts';
import type { Config } from '../config/schema.ts';
import { success, type Failure, type Outcome } from '../failure.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openMail } from '../mail/open-mail.ts';
import { addresseesFrom } from '../run/addressees.ts';
import type { Parts, Rules } from '../run/parts.ts';
import { openRenderPool, type PoolOptions } from '../run/render-pool.ts';
import { openSealing } from '../signature/open-sealing.ts';
import type { LoadedConfig } from './load-config.ts';

/** Where secrets may come from: the variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Opened parts, to be closed whatever happens. */
export interface OpenedRun {
  readonly parts: Parts;
  close(): Promise<void>;
}

/** The ledger by the configuration; a URL in the environment wins, since it may hold a password. */
export function openLedgerOf(
  { ledger }: Config,
  onError: (error: Error) => void,
  environment: Environment = process.env,
): Promise<Outcome<Ledger>> {
  const url = environment['PLATEN_LEDGER_URL'] ?? ledger.url ?? null;
  return openLedger({ directory: ledger.directory, url, onError });
}

/** Open everything that a run or a worker needs. */
export async function openRun(
  loaded: LoadedConfig,
  environment: Environment,
  onError: (error: Error) => void,
): Promise<Outcome<OpenedRun>> {
  const { config } = loaded;
  const sealing = await openSealing(config, loaded.folder, environment);
  if (!sealing.ok) return sealing;
  const mail = await openMail(config.mail, environment);
  if (!mail.ok) return mail;
  const ledger = await openLedgerOf(config, onError, environment);
  if (!ledger.ok) {
    await mail.value.transport.close();
    return ledger;
  }
  const { compose, transport } = mail.value;
  const press = { config, brandFolder: loaded.folder };
  const renderer = openRenderPool(press, poolOf(config));
  const archive = await openArchive(config.archive);
  const rules = rulesOf(config);
  const addressees = addresseesFrom(config);
  const parts = { ledger: ledger.value, renderer, archive, transport, compose, addressees, rules };
  const close = () => closeAll(parts);
  return success({ parts, close });
}

/** How many processes render, and what each may use. */
export function poolOf({ run }: Config): PoolOptions {
  const { memory, renderSeconds: seconds, processes = availableParallelism() } = run;
  return { processes, memory, seconds };
}

function rulesOf({ archive, mail, run }: Config): Rules {
  return {
    keyPattern: archive.pattern,
    retention: (date) => retentionOf(date, archive, new Date()),
    uncertain: mail.uncertain,
    patience: run.patience,
    mailRetrySeconds: run.mailRetrySeconds,
    perSecond: mail.transport === 'smtp' ? (mail.smtp?.perSecond ?? null) : null,
    parallel: Math.max(64, 8 * (run.processes ?? availableParallelism())),
  };
}

async function closeAll({ renderer, transport, archive, ledger }: Parts): Promise<void> {
  const ends = [renderer.close(), transport.close(), archive.close()];
  await Promise.allSettled(ends);
  await ledger.close().catch(() => undefined);
}

/** Whether what went wrong is a service out of reach, and no mistake of the configuration. */
export function isUnreachable(failures: readonly Failure[]): boolean {
  return failures.some(({ stage }) => stage === 'ledger' || stage === 'archive');
}
