import { createHash } from 'node:crypto';

/** What changes in an invoice after it is final without making it another one: whether it is paid, what the wallet has left. */
const PASSING = new Set([
  'paymentStatus',
  'externalSystemStatus',
  'paymentCreatedInSeconds',
  'uuid',
  'availablePrepaidLeft',
  'availablePrepaidLeftBaseCurrency',
  'availablePrepaidLeftInCredits',
  'availablePayAsYouGoMoney',
  'availablePayAsYouGoMoneyInBaseCurrency',
  'availablePayAsYouGoMoneyInCredits',
]);

/** SHA-256 of what an invoice's document is made of: the body without what passes, whatever the order of its keys. */
export function contentDigest(body: unknown): string {
  const lasting =
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? Object.fromEntries(Object.entries(body).filter(([key]) => !PASSING.has(key)))
      : body;
  const text = JSON.stringify(lasting, sortKeys) ?? 'undefined';
  return createHash('sha256').update(text).digest('hex');
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
