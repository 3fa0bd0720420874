import type { z } from 'zod';
import type { letterSchema } from './schema-mail.ts';
import type { Seller } from './settings.ts';

/** What a mail of one customer looks like from outside, defaults filled in. */
export interface LetterSettings {
  /** False: nothing is mailed to this customer. */
  readonly send: boolean;
  /** Empty where neither the configuration nor the seller has an address. */
  readonly from: string;
  readonly fromName: string;
  /** Empty: answers go to the sender. */
  readonly replyTo: string;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly attach: readonly ('pdf' | 'xml' | 'csv')[];
}

/** The letter's settings with defaults in place of what was left out. */
export function letterSettings(
  letter: z.output<typeof letterSchema> | undefined,
  seller: Pick<Seller, 'name' | 'email'>,
): LetterSettings {
  return {
    send: letter?.send ?? true,
    from: letter?.from ?? seller.email,
    fromName: letter?.fromName ?? seller.name,
    replyTo: letter?.replyTo ?? '',
    cc: letter?.cc ?? [],
    bcc: letter?.bcc ?? [],
    attach: letter?.attach ?? ['pdf'],
  };
}
