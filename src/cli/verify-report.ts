import type { Finding } from '../archive/verify-archive.ts';
import { failure, type Failure } from '../failure.ts';
import { EXIT } from './exit-code.ts';
import { reportAll, say, visible } from './report.ts';

/** Options of `platen verify`. */
export interface VerifyOptions {
  readonly config?: string;
  readonly period?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** How many invoices are how. */
export type Counts = Record<Finding['kind'], number>;

/** Say what was found of one invoice. */
export function announce(finding: Finding, { json, quiet }: VerifyOptions): void {
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

/** Say how many invoices are how. */
export function summarize(counts: Counts, place: string, { quiet }: VerifyOptions): void {
  if (quiet === true) return;
  const words = Object.entries(counts).filter(([kind, count]) => count > 0 || kind === 'intact');
  say(visible(`${place}: ${words.map(([kind, count]) => `${count} ${kind}`).join(', ')}`));
}

/** The command's exit code. */
export function exitCodeOf(counts: Counts, unknown: boolean): number {
  if (counts.unreachable > 0) return EXIT.unreachable;
  const wrong = counts.missing + counts.changed + counts.unprotected + counts.refused;
  return wrong > 0 || unknown ? EXIT.someFailed : EXIT.ok;
}
