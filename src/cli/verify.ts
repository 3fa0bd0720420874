import { openArchive } from '../archive/open-archive.ts';
import type { ArchiveReceipt } from '../archive/receipt.ts';
import { verifyArchive, type Finding } from '../archive/verify-archive.ts';
import { failure, type Failure } from '../failure.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { openReceipts } from './open-receipts.ts';
import { isUnreachable } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';

/** Options of `platen verify`. */
export interface VerifyOptions {
  readonly config?: string;
  readonly period?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a verification has counted. */
type Counts = Record<Finding['kind'], number>;

/** `platen verify`: read archived files back, compare them with the ledger, and say how the archive keeps them. */
export async function verify(numbers: readonly string[], options: VerifyOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) return refuse(loaded.failures);
  const { config } = loaded.value;
  const receipts = await openReceipts(config, options.period ?? null);
  if (!receipts.ok) return refuse(receipts.failures);
  const archive = await openArchive(config.archive);
  const asked = new Set(numbers);
  const seen = new Set<string>();
  const counts: Counts = {
    intact: 0,
    missing: 0,
    changed: 0,
    unprotected: 0,
    unreachable: 0,
    refused: 0,
  };
  try {
    const wanted = chosen(receipts.value.readReceipts(), asked, seen);
    for await (const finding of verifyArchive(archive, wanted)) {
      counts[finding.kind] += 1;
      announce(finding, options);
      if (finding.kind === 'unreachable') break;
    }
  } finally {
    await archive.close();
    await receipts.value.close();
  }
  if (counts.unreachable === 0)
    for (const number of asked)
      if (!seen.has(number)) say(`error: no archived invoice has the number ${visible(number)}`);
  summarize(counts, archive.place, options);
  return exitCodeOf(counts, asked.size > seen.size);
}

async function* chosen(
  receipts: AsyncIterable<ArchiveReceipt>,
  numbers: ReadonlySet<string>,
  seen: Set<string>,
): AsyncIterable<ArchiveReceipt> {
  for await (const receipt of receipts) {
    if (numbers.size > 0 && !numbers.has(receipt.number)) continue;
    seen.add(receipt.number);
    yield receipt;
  }
}

function announce(finding: Finding, { json, quiet }: VerifyOptions): void {
  const { kind, receipt } = finding;
  const { number, revision, key, sha256, retention } = receipt;
  if (json === true) {
    const protection = 'facts' in finding ? finding.facts.protection : null;
    const line = { verdict: kind, number, revision, key, sha256, asked: retention, protection };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  const wrong = failureOf(finding);
  if (wrong !== null) reportAll('error', [wrong]);
  else if ('facts' in finding && quiet !== true && json !== true)
    say(visible(`intact: ${number}  ${key}  ${finding.facts.protection}`));
}

function failureOf(finding: Finding): Failure | null {
  const { kind, receipt } = finding;
  const place = `${receipt.number}: ${receipt.key}`;
  const expected = `${receipt.size} bytes with SHA-256 ${receipt.sha256}`;
  switch (kind) {
    case 'intact':
      return null;
    case 'missing':
      return failure('archive', place, 'The archived file is missing', {
        expected,
        found: 'nothing',
        hint: 'Restore it from a backup or an older version.',
      });
    case 'changed':
      return failure('archive', place, 'The archived file was changed', {
        expected,
        found: finding.found,
        hint: 'Keep it as evidence; restore the file from a backup or an older version.',
      });
    case 'unprotected':
      return failure('archive', place, 'The file is right, but it is not kept as was asked for', {
        expected:
          receipt.retention === null
            ? null
            : `${receipt.retention.mode} until ${receipt.retention.until}`,
        found: finding.facts.protection,
        hint: 'Set the retention of the object again, and find out who changed it.',
      });
    case 'unreachable':
    case 'refused':
      return finding.failure;
  }
}

function summarize(counts: Counts, place: string, { quiet }: VerifyOptions): void {
  if (quiet === true) return;
  const words = Object.entries(counts).filter(([kind, count]) => count > 0 || kind === 'intact');
  say(visible(`${place}: ${words.map(([kind, count]) => `${count} ${kind}`).join(', ')}`));
}

function exitCodeOf(counts: Counts, unknown: boolean): number {
  if (counts.unreachable > 0) return EXIT.unreachable;
  const wrong = counts.missing + counts.changed + counts.unprotected + counts.refused;
  return wrong > 0 || unknown ? EXIT.someFailed : EXIT.ok;
}

function refuse(failures: readonly Failure[]): number {
  reportAll('error', failures);
  return isUnreachable(failures) ? EXIT.unreachable : EXIT.usage;
}
