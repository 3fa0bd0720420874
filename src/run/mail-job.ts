import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { MAIL_RETRIES } from '../ledger/read-run.ts';
import type { MailInput } from '../ledger/record-mail.ts';
import type { MailRow } from '../ledger/rows.ts';
import { takeTurn } from '../ledger/take-turn.ts';
import type { Delivery, SendResult } from '../mail/mail.ts';
import type { Desk } from './desk.ts';
import type { MailJob } from './jobs.ts';
import type { Parts } from './parts.ts';
import { persist, type Reply } from './persist.ts';
import { SKIP, type KeptLetter } from './task.ts';
import { writeLetter } from './write-letter.ts';

/** Whether a job is done, or is to come back later. */
export type MailEnd = 'done' | 'later';

/** One mail to one recipient: recorded as being sent before a server gets it, and recorded again after. */
export async function mailJob(job: MailJob, desk: Desk): Promise<MailEnd> {
  const { parts, brake } = desk;
  const input = await desk.books.readMail(job);
  if (input === null || brake.signal.aborted) return 'done';
  const { mail } = input;
  const open = mail.state === 'planned' || mail.state === 'sending' || mail.state === 'uncertain';
  if (!open) return 'done';
  if (input.suppressed !== null)
    return skip(input, `${SKIP.suppressed}: ${input.suppressed}`, desk);
  if (mail.state !== 'planned' && parts.rules.uncertain === 'hold') return hold(mail, desk);
  const delivery = await compose(input, desk);
  if (delivery === null) return 'done';
  if (mail.sha256 !== null && mail.sha256 !== delivery.sha256 && mail.state !== 'planned')
    return fail(
      mail,
      'the message to send again would not be the same: its sender or template changed',
      desk,
    );
  return send(mail, delivery, desk);
}

/** No more mails are between these two records than the server has connections: no more can go out twice after a kill. */
async function send(mail: MailRow, delivery: Delivery, desk: Desk): Promise<MailEnd> {
  const letGo = await desk.mailsInHand.take(1);
  try {
    return (await awaitTurn(desk)) ? await sendInHand(mail, delivery, desk) : 'later';
  } finally {
    letGo();
  }
}

async function sendInHand(mail: MailRow, delivery: Delivery, desk: Desk): Promise<MailEnd> {
  const { parts, books, brake } = desk;
  const { messageId, sha256 } = delivery;
  const sending = await books.beginSending({ mail, messageId, sha256 });
  if (sending === null) return 'done';
  const ask = () => askToSend(delivery, parts);
  const result = await persist(ask, brake, parts.rules.patience);
  if (result === null) {
    await books.moveMail({ mail: sending, from: ['sending'], to: 'planned' });
    return 'done';
  }
  return record(sending, result, desk);
}

/** All workers together keep the rate. False: the run was stopped while waiting. */
async function awaitTurn({ parts, brake }: Desk): Promise<boolean> {
  const { ledger, rules, transport } = parts;
  if (rules.perSecond === null) return !brake.signal.aborted;
  const milliseconds = await takeTurn(ledger, transport.place, rules.perSecond);
  const { signal } = brake;
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

/** Nothing was said about the message where the service was out of reach, so asking again is no second mail. */
async function askToSend(delivery: Delivery, parts: Parts): Promise<Reply<Answered>> {
  const result = await parts.transport.send(delivery);
  if (result.kind !== 'unreachable') return { kind: 'answer', value: result };
  return { kind: 'again', failure: result.failure };
}

type Answered = Exclude<SendResult, { kind: 'unreachable' }>;

async function record(mail: MailRow, result: Answered, desk: Desk): Promise<MailEnd> {
  const from = ['sending'] as const;
  const { books } = desk;
  const { rules } = desk.parts;
  switch (result.kind) {
    case 'sent':
      await books.moveMail({ mail, from, to: 'sent', response: result.response });
      return 'done';
    case 'failed':
      return fail(mail, result.response, desk);
    case 'uncertain':
      await books.moveMail({ mail, from, to: 'uncertain', reason: result.reason, doubt: true });
      return rules.uncertain === 'resend' && mail.attempts <= MAIL_RETRIES ? 'later' : 'done';
    case 'deferred':
      if (mail.attempts > MAIL_RETRIES)
        return fail(mail, `put off ${mail.attempts} times: ${result.response}`, desk);
      await books.moveMail({ mail, from, to: 'planned', reason: result.response });
      return 'later';
  }
}

async function skip({ mail }: MailInput, reason: string, { books }: Desk): Promise<MailEnd> {
  await books.moveMail({ mail, from: [mail.state], to: 'skipped', reason });
  return 'done';
}

/** A process ended, or a line broke, while a server had the message: only a person can say whether it went out. */
async function hold(mail: MailRow, { books }: Desk): Promise<MailEnd> {
  const reason = 'a server may have it; held, as mail.uncertain says';
  if (mail.state === 'sending')
    await books.moveMail({ mail, from: ['sending'], to: 'uncertain', reason, doubt: true });
  return 'done';
}

async function fail(mail: MailRow, reason: string, { books }: Desk): Promise<MailEnd> {
  await books.moveMail({ mail, from: [mail.state], to: 'failed', reason, response: reason });
  return 'done';
}

/** The message, with the files as they lie in the archive. Null: it cannot be made, which is recorded. */
async function compose(input: MailInput, desk: Desk): Promise<Delivery | null> {
  const { invoice, mail, written } = input;
  const { parts, brake } = desk;
  const { archive_key: key, facts, sha256 } = invoice;
  const letter = input.letter as KeptLetter | null;
  if (key === null || facts === null || letter === null || written === null)
    return without(mail, 'the invoice is not archived', desk);
  const files: Uint8Array[] = [];
  for (const file of [{ key, sha256 }, ...letter.enclosed]) {
    const bytes = await persist(() => read(file.key, parts), brake, parts.rules.patience);
    if (bytes === null) return null;
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      return without(mail, `${file.key} is missing or is not what was archived`, desk);
    files.push(bytes);
  }
  const composed = await parts.compose(writeLetter({ invoice, mail, letter, written, files }));
  if (composed.ok) return composed.value;
  const [why] = composed.failures;
  return without(mail, why === undefined ? 'no message' : `${why.place}: ${why.message}`, desk);
}

async function without(mail: MailRow, reason: string, desk: Desk): Promise<null> {
  await fail(mail, reason, desk);
  return null;
}

async function read(key: string, { archive }: Parts): Promise<Reply<Uint8Array>> {
  const result = await archive.read(key);
  switch (result.kind) {
    case 'found':
      return { kind: 'answer', value: result.bytes };
    case 'missing':
      return { kind: 'answer', value: new Uint8Array() };
    case 'unreachable':
      return { kind: 'again', failure: result.failure };
    case 'refused':
      return { kind: 'stop', failure: result.failure };
  }
}
