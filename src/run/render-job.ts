import { archiveKey } from '../archive/archive-key.ts';
import type { NewObject } from '../archive/archive.ts';
import { failure } from '../failure.ts';
import { keepLetter, planMails, type PlannedMail } from '../ledger/record-mail.ts';
import {
  beginRender,
  recordArchived,
  recordFailed,
  recordRendered,
  recordSkipped,
  type RenderInput,
} from '../ledger/record-render.ts';
import type { Addressees } from './addressees.ts';
import { enclosedObjects, keptEnclosures } from './enclosures.ts';
import { queueMail, type RenderJob } from './jobs.ts';
import type { Brake, Parts } from './parts.ts';
import { persist, type Reply } from './persist.ts';
import { renderNumbered } from './render-numbered.ts';
import { SKIP, type RenderAnswer } from './task.ts';

/** So many attempts without an answer, and the invoice is what ends the process. */
const MOST_ATTEMPTS = 6;

type Rendered = RenderAnswer & { readonly kind: 'rendered' };

/** One invoice: rendered, recorded, archived, recorded. Done twice or by two at once, it comes to the same. */
export async function renderJob(job: RenderJob, parts: Parts, brake: Brake): Promise<void> {
  const input = await beginRender(parts.ledger, job);
  if (input === null || brake.signal.aborted) return;
  if (input.row.attempts > MOST_ATTEMPTS) {
    await recordFailed(parts.ledger, job, [poisonous(input)]);
    return;
  }
  const answer = await renderNumbered(input, parts);
  if (answer === null) return;
  if (answer.kind === 'skipped') return recordSkipped(parts.ledger, input.row, answer.reason);
  if (answer.kind === 'failed') return recordFailed(parts.ledger, job, answer.failures);
  const { facts, sha256, pdf } = answer;
  const made = { facts, sha256, bytes: pdf.length };
  const current = await recordRendered(parts.ledger, input.row, made);
  if (current && job.archive) await archive(job, { input, answer }, { parts, brake });
}

interface Work {
  readonly parts: Parts;
  readonly brake: Brake;
}

async function archive(
  job: RenderJob,
  { input, answer }: { readonly input: RenderInput; readonly answer: Rendered },
  { parts, brake }: Work,
): Promise<void> {
  const object = objectOf(input, answer, parts);
  for (const one of [object, ...enclosedObjects(object, answer.enclosures)]) {
    const stored = await persist(() => put(one, parts), brake, parts.rules.patience);
    if (stored === null) return;
    if (stored !== 'stored') return recordFailed(parts.ledger, job, [stored]);
  }
  await parts.ledger.transaction(async (transaction) => {
    const { key, retention } = object;
    if (!(await recordArchived(transaction, job, { key, retention }))) return;
    const mails = mailsOf(answer.mail, input.row.revision > 1 && !job.revisions);
    const enclosed = keptEnclosures(object, answer.enclosures);
    await keepLetter(transaction, job, { ...answer.mail, enclosed });
    await planMails(transaction, job, mails);
    const planned = mails.filter(({ skipped }) => skipped === null);
    const { run, invoice } = job;
    const jobs = planned.map(({ recipient }) => ({ run, invoice, recipient }));
    if (!job.mail) return;
    const { mailRetrySeconds: retrySeconds } = parts.rules;
    await queueMail(parts.ledger, jobs, { retrySeconds, db: transaction.db });
  });
}

function objectOf({ row, period }: RenderInput, answer: Rendered, { rules }: Parts): NewObject {
  const { sha256, pdf, facts } = answer;
  const { number, date } = facts;
  const named = { number, revision: row.revision, customerId: row.customer, period, sha256 };
  const key = archiveKey(rules.keyPattern, { ...named, extension: 'pdf' });
  const retention = rules.retention(date);
  return { key, bytes: pdf, sha256, contentType: 'application/pdf', retention };
}

type Stored = 'stored' | ReturnType<typeof failure>;

async function put(object: NewObject, { archive: store }: Parts): Promise<Reply<Stored>> {
  const result = await store.put(object);
  switch (result.kind) {
    case 'stored':
      return { kind: 'answer', value: 'stored' };
    case 'conflict':
      return { kind: 'answer', value: result.failure };
    case 'unreachable':
      return { kind: 'again', failure: result.failure };
    case 'refused':
      return { kind: 'stop', failure: result.failure };
  }
}

/** Whom to write to; where nobody is, the empty recipient says why. */
export function mailsOf({ recipients, nobody }: Addressees, held: boolean): readonly PlannedMail[] {
  const reason = nobody ?? (held ? SKIP.revision : null);
  if (recipients.length === 0) return [{ recipient: '', skipped: reason ?? SKIP.noAddress }];
  return recipients.map((recipient) => ({ recipient, skipped: reason }));
}

function poisonous({ row }: RenderInput) {
  return failure('run', row.uri, 'The process ended each time this invoice was in hand', {
    expected: `an answer within ${MOST_ATTEMPTS} attempts`,
    found: `${row.attempts - 1} attempts without one`,
    hint: 'Render it alone with platen render; start the run again when that succeeds.',
  });
}
