import { recordBounce, type BounceEffect } from '../ledger/record-bounce.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Bounce } from '../mail/bounce.ts';
import { readBounces } from '../mail/read-bounces.ts';
import { failure, type Failure } from '../failure.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { isThere, noLedger } from './open-receipts.ts';
import { isUnreachable, openLedgerOf } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';

/** Options of `platen bounces`. */
export interface BouncesOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Take reports of providers at this address, in place of reading folders. */
  readonly listen?: string;
}

type Counts = Record<BounceEffect, number>;

/** `platen bounces`: take reports from mailboxes or by webhook into the ledger; taking one again changes nothing. */
export async function bounces(
  folders: readonly string[],
  options: BouncesOptions,
): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) return refuse(loaded.failures);
  const { config } = loaded.value;
  if (!isThere(config)) return refuse([noLedger(config)]);
  if (options.listen !== undefined) {
    const { listenForBounces } = await import('./listen-for-bounces.ts');
    return listenForBounces(options.listen, config, (ledger, bounce) =>
      record(ledger, bounce, { counts: noneYet(), options }),
    );
  }
  if (folders.length === 0) return refuse([nothingToRead()]);
  const ledger = await openLedgerOf(config, () => undefined);
  if (!ledger.ok) return refuse(ledger.failures);
  const counts = noneYet();
  const unread: Failure[] = [];
  try {
    for (const folder of folders)
      for await (const file of readBounces(folder)) {
        if (file.kind === 'unread') unread.push(file.failure);
        else
          for (const bounce of file.bounces)
            await record(ledger.value, bounce, { counts, options });
      }
  } finally {
    await ledger.value.close();
  }
  reportAll('error', unread);
  if (options.quiet !== true) say(wordsOf(counts));
  return unread.length > 0 ? EXIT.someFailed : EXIT.ok;
}

function noneYet(): Counts {
  return { bounced: 0, suppressed: 0, seen: 0, unknown: 0 };
}

function nothingToRead(): Failure {
  return failure('config', 'platen bounces', 'There is nothing to read', {
    expected: 'folders of bounces, or --listen',
    hint: 'Name a Maildir or a folder of message files.',
  });
}

interface Reading {
  readonly counts: Counts;
  readonly options: BouncesOptions;
}

async function record(ledger: Ledger, bounce: Bounce, { counts, options }: Reading): Promise<void> {
  const reason = [bounce.status, bounce.diagnostic].filter(Boolean).join(' ') || bounce.kind;
  const effect = await recordBounce(ledger, { ...bounce, reason });
  counts[effect] += 1;
  if (options.json === true) process.stdout.write(`${JSON.stringify({ effect, ...bounce })}\n`);
  else if (options.quiet !== true && (effect === 'bounced' || effect === 'suppressed'))
    say(visible(`${effect}: ${bounce.recipient}: ${reason}`));
}

function wordsOf({ bounced, suppressed, seen, unknown }: Counts): string {
  return `${bounced} bounced, ${suppressed} suppressed, ${seen} known already, ${unknown} about no mail of this ledger`;
}

function refuse(failures: readonly Failure[]): number {
  reportAll('error', failures);
  return isUnreachable(failures) ? EXIT.unreachable : EXIT.usage;
}
