import { once } from 'node:events';
import type { Config } from '../config/schema.ts';
import { failure, type Failure } from '../failure.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Bounce } from '../mail/bounce.ts';
import { openReaders } from '../mail/webhook/open-readers.ts';
import { serveWebhooks } from '../mail/webhook/serve-webhooks.ts';
import { createCertificates } from '../mail/webhook/signing-certificate.ts';
import { EXIT } from './exit-code.ts';
import { openLedgerOf } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';

/** Keep one report in an open ledger. */
export type Recorder = (ledger: Ledger, bounce: Bounce) => Promise<void>;

/** `platen bounces --listen`: take providers' reports until a signal comes. */
export async function listenForBounces(
  address: string,
  config: Config,
  record: Recorder,
): Promise<number> {
  const place = placeOf(address);
  const readers = openReaders(config.mail.webhooks, {
    now: () => new Date(),
    certificate: createCertificates(),
    onSubscription: (url) => say(visible(`Amazon SNS asks to confirm; open ${url}`)),
  });
  if (place === null || !readers.ok)
    return refuse([...(place === null ? [noAddress(address)] : []), ...failuresOf(readers)]);
  const keeper = keepLedger(config);
  const server = await serveWebhooks({
    ...place,
    readers: readers.value,
    record: (bounces) => keeper.use((ledger) => eachOf(ledger, bounces, record)),
    onRefused: (why) => say(visible(`refused: ${why}`)),
  });
  if (!server.ok) return refuse(server.failures);
  const paths = [...readers.value.keys()].join(' ');
  say(`Taking reports at ${server.value.url} (${paths}); Ctrl-C ends.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.value.close();
  await keeper.close();
  return EXIT.ok;
}

async function eachOf(ledger: Ledger, bounces: readonly Bounce[], record: Recorder): Promise<void> {
  for (const bounce of bounces) await record(ledger, bounce);
}

interface Keeper {
  /** False where the ledger cannot be had now. */
  use(work: (ledger: Ledger) => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A server's ledger is kept open. The embedded one is for one process, so it is opened for each report and given back at
 * once: while a run has it, providers are asked to come again.
 */
function keepLedger(config: Config): Keeper {
  let kept: Ledger | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const once = async (work: (ledger: Ledger) => Promise<void>) => {
    const opened = kept === null ? await openLedgerOf(config, () => undefined) : null;
    if (opened !== null && !opened.ok) {
      for (const { message } of opened.failures) say(visible(`put off: ${message}`));
      return false;
    }
    const ledger = kept ?? opened?.value;
    if (ledger === undefined) return false;
    if (ledger.engine === 'server') kept = ledger;
    try {
      await work(ledger);
      return true;
    } finally {
      if (kept === null) await ledger.close();
    }
  };
  return {
    use: (work) => {
      const next = last.then(() => once(work));
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      await last;
      await kept?.close();
    },
  };
}

/** `8025`, `127.0.0.1:8025` or `[::1]:8025`; this machine alone where no host is named. */
function placeOf(address: string): { readonly host: string; readonly port: number } | null {
  const [, host, digits] = /^(?:\[?([0-9a-z.:-]*[0-9a-z])\]?:)?(\d{1,5})$/i.exec(address) ?? [];
  const port = Number(digits ?? Number.NaN);
  return port <= 65_535 ? { host: host ?? '127.0.0.1', port } : null;
}

function noAddress(found: string): Failure {
  return failure('config', '--listen', 'This is no address to listen on', {
    expected: 'a port, or host and port such as 127.0.0.1:8025',
    found,
  });
}

const failuresOf = (outcome: ReturnType<typeof openReaders>) =>
  outcome.ok ? [] : outcome.failures;

function refuse(failures: readonly Failure[]): number {
  reportAll('error', failures);
  return EXIT.usage;
}
