import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/open-archive.ts';
import type { ArchiveReceipt } from '../archive/receipt.ts';
import { verifyArchive } from '../archive/verify-archive.ts';
import type { Failure } from '../failure.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { openReceipts } from './open-receipts.ts';
import { isUnreachable } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';
import {
  announce,
  exitCodeOf,
  summarize,
  type Counts,
  type VerifyOptions,
} from './verify-report.ts';

/** What a verification has come across. */
interface Round {
  readonly counts: Counts;
  /** Numbers asked for; none means all. */
  readonly asked: ReadonlySet<string>;
  readonly numbers: Set<string>;
  readonly keys: Set<string>;
}

/** `platen verify`: read archived files back, compare them with the ledger, and say how the archive keeps them. */
export async function verify(numbers: readonly string[], options: VerifyOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) return refuse(loaded.failures);
  const { config } = loaded.value;
  const receipts = await openReceipts(config, options.period ?? null);
  if (!receipts.ok) return refuse(receipts.failures);
  const archive = await openArchive(config.archive);
  const round = roundOf(numbers);
  try {
    await readBack(archive, chosen(receipts.value.readReceipts(), round), { round, options });
    const whole = numbers.length === 0 && options.period === undefined;
    if (whole && round.counts.unreachable === 0) await tellStrays(archive, round, options);
  } finally {
    await archive.close();
    await receipts.value.close();
  }
  const unknown =
    round.counts.unreachable > 0 ? [] : numbers.filter((one) => !round.numbers.has(one));
  for (const number of unknown) say(visible(`error: no archived invoice has the number ${number}`));
  summarize(round.counts, archive.place, options);
  return exitCodeOf(round.counts, unknown.length > 0);
}

function roundOf(numbers: readonly string[]): Round {
  const counts = { intact: 0, missing: 0, changed: 0, unprotected: 0, unreachable: 0, refused: 0 };
  return { counts, asked: new Set(numbers), numbers: new Set(), keys: new Set() };
}

async function* chosen(
  receipts: AsyncIterable<ArchiveReceipt>,
  { asked, numbers, keys }: Round,
): AsyncIterable<ArchiveReceipt> {
  for await (const receipt of receipts) {
    if (asked.size > 0 && !asked.has(receipt.number)) continue;
    if (asked.size > 0) numbers.add(receipt.number);
    else keys.add(receipt.key);
    yield receipt;
  }
}

interface Verifying {
  readonly round: Round;
  readonly options: VerifyOptions;
}

async function readBack(
  archive: Archive,
  receipts: AsyncIterable<ArchiveReceipt>,
  { round, options }: Verifying,
): Promise<void> {
  for await (const finding of verifyArchive(archive, receipts)) {
    round.counts[finding.kind] += 1;
    announce(finding, options);
    if (finding.kind === 'unreachable') return;
  }
}

/** What lies in the archive and is no invoice of this ledger: another ledger's, or nobody's. It is told, and no fault. */
async function tellStrays(
  archive: Archive,
  { keys }: Round,
  { quiet }: VerifyOptions,
): Promise<void> {
  for await (const entry of archive.list('')) {
    if (entry.kind !== 'key') reportAll('warning', [entry.failure]);
    else if (quiet !== true && !keys.has(entry.key))
      say(visible(`not in the ledger: ${entry.key}`));
  }
}

function refuse(failures: readonly Failure[]): number {
  reportAll('error', failures);
  return isUnreachable(failures) ? EXIT.unreachable : EXIT.usage;
}
