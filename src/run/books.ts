import { gather } from '../ledger/gather.ts';
import type { Ledger } from '../ledger/ledger.ts';
import {
  beginSending,
  moveMails,
  planMails,
  readMails,
  type MailInput,
  type MailKey,
  type MailMove,
  type MailPlan,
  type Sending,
} from '../ledger/record-mail.ts';
import {
  beginRenders,
  recordArchived,
  recordRendered,
  type Place,
  type RenderInput,
  type Rendering,
} from '../ledger/record-render.ts';
import type { InvoiceKey, MailRow } from '../ledger/rows.ts';
import { queueMail } from './jobs.ts';

/** An invoice whose files lie in the archive, and its mails. */
export interface Archiving {
  readonly place: Place;
  readonly plan: MailPlan;
  /** Mails are sent by this run too. */
  readonly mail: boolean;
}

/**
 * What is recorded of every invoice, step by step. Those that come to the same step at the same time are recorded by one
 * statement; each goes on when it is durable.
 */
export interface Books {
  readonly beginRender: (key: InvoiceKey) => Promise<RenderInput | null>;
  readonly recordRendered: (made: Rendering) => Promise<boolean>;
  readonly recordArchived: (archiving: Archiving) => Promise<void>;
  readonly readMail: (key: MailKey) => Promise<MailInput | null>;
  readonly beginSending: (sending: Sending) => Promise<MailRow | null>;
  readonly moveMail: (move: MailMove) => Promise<boolean>;
}

/** Rendering ends one by one: so long is waited for others, since none of them is in a hurry. */
const MILLISECONDS = 150;

/** Open the books of a ledger. Whoever is rendered with nobody beside it waits for nobody. */
export function openBooks(
  ledger: Ledger,
  mailRetrySeconds: number,
  othersRender: () => boolean,
): Books {
  const pause = () => (othersRender() ? MILLISECONDS : 0);
  return {
    beginRender: gather((keys: readonly InvoiceKey[]) => beginRenders(ledger, keys)),
    recordRendered: gather((made: readonly Rendering[]) => recordRendered(ledger, made), pause),
    recordArchived: gather(
      (all: readonly Archiving[]) => archive(ledger, all, mailRetrySeconds),
      pause,
    ),
    readMail: gather((keys: readonly MailKey[]) => readMails(ledger, keys)),
    beginSending: gather((all: readonly Sending[]) => beginSending(ledger, all)),
    moveMail: gather((moves: readonly MailMove[]) => moveMails(ledger, moves)),
  };
}

/** Where files lie, what their mails say, and the jobs to send them: in one transaction. */
async function archive(
  ledger: Ledger,
  archivings: readonly Archiving[],
  retrySeconds: number,
): Promise<readonly undefined[]> {
  await ledger.transaction(async (transaction) => {
    const places = archivings.map(({ place }) => place);
    const recorded = await recordArchived(transaction, places);
    const ours = archivings.filter((_, index) => recorded[index]);
    if (ours.length === 0) return;
    await planMails(
      transaction,
      ours.map(({ plan }) => plan),
    );
    const jobs = ours.filter(({ mail }) => mail).flatMap(({ plan }) => jobsOf(plan));
    await queueMail(ledger, jobs, { retrySeconds, db: transaction.db });
  });
  return archivings.map(() => undefined);
}

function jobsOf({ run, invoice, mails }: MailPlan): readonly MailKey[] {
  const planned = mails.filter(({ skipped }) => skipped === null);
  return planned.map(({ recipient }) => ({ run, invoice, recipient }));
}
