import { archiveKey } from '../archive/archive-key.ts';
import type { NewObject } from '../archive/archive.ts';
import { failure } from '../failure.ts';
import type { PlannedMail } from '../ledger/record-mail.ts';
import {
  beginRenders,
  recordFailed,
  recordSkipped,
  type RenderInput,
} from '../ledger/record-render.ts';
import type { Addressees } from './addressees.ts';
import type { Desk } from './desk.ts';
import { enclosedObjects, keptEnclosures } from './enclosures.ts';
import type { RenderJob } from './jobs.ts';
import type { Parts } from './parts.ts';
import { persist, type Reply } from './persist.ts';
import { renderNumbered } from './render-numbered.ts';
import { SKIP, type RenderAnswer } from './task.ts';

/** So many attempts without an answer, and the invoice is what ends the process. */
const MOST_ATTEMPTS = 6;

/** Bytes of a compressed body that one hand holds: large invoices leave less room for others. */
const BYTES_IN_A_HAND = 256 * 1024;

type Rendered = RenderAnswer & { readonly kind: 'rendered' };

/** One invoice: rendered, recorded, archived, recorded. Done twice or by two at once, it comes to the same. */
export async function renderJob(job: RenderJob, desk: Desk): Promise<void> {
  const { books, brake, invoicesInHand } = desk;
  const input = await books.beginRender(job);
  if (brake.signal.aborted) return;
  if (input === null) return renderAlone(job, desk);
  const letGo = await invoicesInHand.take(1 + Math.floor(input.gzip.length / BYTES_IN_A_HAND));
  try {
    await renderInput(job, input, desk);
  } finally {
    letGo();
  }
}

/** One that was in hand whenever a process ended: with nobody beside it, it is known whether it is what ends them. */
async function renderAlone(job: RenderJob, desk: Desk): Promise<void> {
  const letGo = await desk.invoicesInHand.take(Infinity);
  try {
    const [input = null] = await beginRenders(desk.parts.ledger, [job], true);
    if (input !== null) await renderInput(job, input, desk);
  } finally {
    letGo();
  }
}

async function renderInput(job: RenderJob, input: RenderInput, desk: Desk): Promise<void> {
  const { parts, books, brake } = desk;
  if (brake.signal.aborted) return;
  if (input.row.attempts > MOST_ATTEMPTS)
    return recordFailed(parts.ledger, job, [poisonous(input)]);
  const answer = await renderNumbered(input, parts);
  if (answer === null) return;
  if (answer.kind === 'skipped') return recordSkipped(parts.ledger, input.row, answer.reason);
  if (answer.kind === 'failed') return recordFailed(parts.ledger, job, answer.failures);
  const { facts, sha256, pdf } = answer;
  const { run, invoice, body } = input.row;
  const made = { run, invoice, body, facts, sha256, bytes: pdf.length };
  const current = await books.recordRendered(made);
  if (current && job.archive) await archive(job, { input, answer }, desk);
}

async function archive(
  job: RenderJob,
  { input, answer }: { readonly input: RenderInput; readonly answer: Rendered },
  { parts, books, brake }: Desk,
): Promise<void> {
  const object = objectOf(input, answer, parts);
  for (const one of [object, ...enclosedObjects(object, answer.enclosures)]) {
    const stored = await persist(() => put(one, parts), brake, parts.rules.patience);
    if (stored === null) return;
    if (stored !== 'stored') return recordFailed(parts.ledger, job, [stored]);
  }
  const { run, invoice, mail, revisions } = job;
  const { key, retention } = object;
  const letter = { ...answer.mail, enclosed: keptEnclosures(object, answer.enclosures) };
  const mails = mailsOf(answer.mail, input.row.revision > 1 && !revisions);
  const place = { run, invoice, key, retention };
  await books.recordArchived({ place, plan: { run, invoice, letter, mails }, mail });
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
