import { createHmac, timingSafeEqual } from 'node:crypto';
import { failed, failure, type Outcome } from '../../failure.ts';
import type { Bounce } from '../bounce.ts';

/** A request as it came in; the body is the text that was signed. */
export interface WebhookRequest {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What the caller knows and the request does not. */
export interface WebhookTrust {
  /** Signing key, or `user:password` for providers that do not sign. Without one nothing is believed. */
  readonly secret: string;
  readonly now: Date;
}

/** What one provider reports; nothing for events that are no bounces. */
export type BounceReader = (
  request: WebhookRequest,
  trust: WebhookTrust,
) => Outcome<readonly Bounce[]>;

/** How old a signed request may be: longer and a copy of it could be played again. */
const TOLERANCE_SECONDS = 300;

/** Whether a time that was signed is near now. */
export function isRecent(unixSeconds: number, now: Date): boolean {
  return Math.abs(now.getTime() / 1000 - unixSeconds) <= TOLERANCE_SECONDS;
}

/** Whether a hex signature is the HMAC-SHA256 of a text, told in constant time. */
export function hmacMatches(text: string, secret: string, signature: string): boolean {
  return (
    secret !== '' &&
    sameText(createHmac('sha256', secret).update(text).digest('hex'), signature.toLowerCase())
  );
}

/** Compare two texts in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}

/** The answer to a request that nobody vouches for. */
export function notSigned(provider: string, expected: string): Outcome<never> {
  const hint = 'Check the secret on both sides, and the clock of this machine.';
  return failed([
    failure('mail', provider, 'The report is not signed as it should be', { expected, hint }),
  ]);
}

/** The answer to a body that is not what the provider sends. */
export function notUnderstood(provider: string, found: string): Outcome<never> {
  const details = { expected: 'the provider’s JSON', found };
  return failed([failure('mail', provider, 'The report cannot be read', details)]);
}

/** JSON of untrusted text; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
