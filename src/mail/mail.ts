import type { Failure } from '../failure.ts';

/** An e-mail address with the name before it; the name may be empty. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** What identifies one delivery for ever: the same four give the same key, Message-ID and bytes. */
export interface DeliveryIdentity {
  readonly run: string;
  readonly invoiceUri: string;
  readonly revision: number;
  readonly recipient: string;
}

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Subject and bodies as the template says them. */
export interface MailBody {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** One message for one recipient, ready to be sent, now or again: nothing in here changes between attempts. */
export interface Delivery {
  /** 32 hex digits; Message-ID, envelope id, bounce address and idempotency header all carry it. */
  readonly key: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly recipient: string;
  readonly envelope: Envelope;
  /** The message as RFC 5322 text, signed where DKIM is configured. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes in lower-case hex. */
  readonly sha256: string;
}

/** What the servers see. Empty sender: no bounces are wanted. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** RFC 3461 ENVID; comes back in bounces as Original-Envelope-Id. */
  readonly envelopeId: string;
}

/**
 * What became of one attempt. `deferred`: nobody has it, try again later. `failed`: this recipient or message will
 * never be taken. `uncertain`: the server may have it; only a person or the policy decides. `unreachable`: nothing was
 * said about this message at all, the service is down or does not let us in.
 */
export type SendResult =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'deferred'; readonly code: number; readonly response: string }
  | { readonly kind: 'failed'; readonly code: number | null; readonly response: string }
  | { readonly kind: 'uncertain'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly failure: Failure };

/** A way to send mail. May be called any number of times at once; never throws for what the outside does. */
export interface MailTransport {
  /** For messages: `folder outbox`, `smtp.example.com:587`. */
  readonly place: string;
  /** Mails that it takes at the same time; more of them wait. */
  readonly atOnce: number;
  send(delivery: Delivery): Promise<SendResult>;
  close(): Promise<void>;
}
