/** That a message did not arrive, is late, or was complained about. */
export interface Bounce {
  /** Key of the delivery; null where nothing in the report says it. Only what the ledger knows counts. */
  readonly key: string | null;
  /** Address that the report is about, in lower case; empty where it names none. */
  readonly recipient: string;
  readonly kind: BounceKind;
  /** The address itself is at fault, or its owner complained: nothing more is to be sent to it. */
  readonly suppress: boolean;
  /** RFC 3463 code, `5.1.1`; empty where there is none. */
  readonly status: string;
  /** The server's words on one line. */
  readonly diagnostic: string;
  /** ISO 8601; empty where the report has no time. */
  readonly at: string;
}

/** `delayed` may still arrive. */
export type BounceKind = 'failed' | 'delayed' | 'complaint';

/** Status codes that blame the address: RFC 3463 subject 1, and a mailbox that is disabled. */
const BAD_ADDRESS = /^5\.(?:1\.(?:0|1|2|3|6|10)|2\.1)$/;

/** Whether a status says that the address is no good, now and later. */
export function blamesAddress(status: string): boolean {
  return BAD_ADDRESS.test(status);
}

/** Text of a report on one line, no longer than a screen line or five. */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 400);
}

/** A time in any form that reports use, as ISO 8601; empty where it is none. */
export function isoTime(text: string): string {
  const time = new Date(text.trim());
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
