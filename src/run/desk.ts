import { openBooks, type Books } from './books.ts';
import { openHands, type Hands } from './hands.ts';
import type { Brake, Parts } from './parts.ts';

/** What the jobs of a process share while they are done. */
export interface Desk {
  readonly parts: Parts;
  readonly brake: Brake;
  readonly books: Books;
  readonly invoicesInHand: Hands;
  /** From the record that a server is about to get a mail until the record of what it said. */
  readonly mailsInHand: Hands;
}

/** Make a desk for jobs. */
export function openDesk(parts: Parts, brake: Brake): Desk {
  const { ledger, rules, transport } = parts;
  const invoicesInHand = openHands(rules.parallel);
  return {
    parts,
    brake,
    books: openBooks(ledger, rules.mailRetrySeconds, () => invoicesInHand.holders() > 1),
    invoicesInHand,
    mailsInHand: openHands(transport.atOnce),
  };
}
