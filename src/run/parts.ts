import type { Archive, Retention } from '../archive/archive.ts';
import type { Failure } from '../failure.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Composer } from '../mail/compose-delivery.ts';
import type { MailTransport } from '../mail/mail.ts';
import type { Addressees } from './addressees.ts';
import type { Renderer } from './task.ts';

/** How the run decides. */
export interface Rules {
  /** Key of an object in the archive. */
  readonly keyPattern: string;
  /** Until when an invoice of this date may not change. */
  readonly retention: (date: string) => Retention | null;
  /** What to do with a mail that a server may have taken: send it again, or hold it for a person. */
  readonly uncertain: 'resend' | 'hold';
  /** Seconds to wait for a service that is out of reach before the run stops. */
  readonly patience: number;
  /** First wait before a mail that was put off is tried again. */
  readonly mailRetrySeconds: number;
  /** Most mails a second, by all workers of the ledger together; null for no limit. */
  readonly perSecond: number | null;
  /** Invoices, and mails, in hand at a time. */
  readonly parallel: number;
}

/** Everything that workers need. */
export interface Parts {
  readonly ledger: Ledger;
  readonly renderer: Renderer;
  readonly archive: Archive;
  readonly transport: MailTransport;
  readonly compose: Composer;
  /** Who gets the invoices of a customer, by the configuration as it is now. */
  readonly addressees: (customer: string, facts: unknown) => Addressees | null;
  readonly rules: Rules;
}

/** What stops a run: a service that is out of reach, or that refuses us. */
export interface Trouble {
  readonly failures: readonly Failure[];
}

/** The one thing that workers of a process share: whether to go on, and why not. */
export interface Brake {
  readonly signal: AbortSignal;
  stop(trouble: Trouble | null): void;
  readonly trouble: () => Trouble | null;
}

/** A brake that is not pulled. */
export function createBrake(): Brake {
  const controller = new AbortController();
  let why: Trouble | null = null;
  return {
    signal: controller.signal,
    trouble: () => why,
    stop: (trouble) => {
      why ??= trouble;
      controller.abort();
    },
  };
}
