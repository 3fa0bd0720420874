import { createHash } from 'node:crypto';
import type { DeliveryIdentity } from './mail.ts';

/** Name of one delivery, 32 hex digits: the same run, invoice, revision and recipient always give the same. */
export function deliveryKey({ run, invoiceUri, revision, recipient }: DeliveryIdentity): string {
  const parts = [run, invoiceUri, `${revision}`, recipient.toLowerCase()];
  const text = JSON.stringify(parts);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The delivery key within a Message-ID, envelope id or bounce address; null where there is none. */
export function keyWithin(text: string): string | null {
  return /(?:^|[<+\s])([0-9a-f]{32})(?=@|>|\s|$)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
