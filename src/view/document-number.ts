import { isoDay } from '../calendar.ts';
import { hash } from 'node:crypto';
import type { DocumentKind } from '../config/settings-document.ts';
import type { Settings } from '../config/settings.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { lastMoment } from './date-formats.ts';
import { fill } from './say.ts';

/** Hexadecimal digits of the hash that a number shows. */
const HASH_DIGITS = 8;

const PATTERNS = {
  invoice: 'pattern',
  'credit-note': 'creditNote',
  receipt: 'receipt',
} as const satisfies Record<DocumentKind, keyof Settings['number']>;

/** The number of an invoice's document by the configured pattern; dates are those of the period's last day. A corrected invoice has `-R2`. */
export function documentNumber(
  { uri, key, end }: Invoice,
  { number, revision }: Settings,
  kind: DocumentKind = 'invoice',
): string {
  const pattern = number[PATTERNS[kind]];
  const [year = '', month = '', day = ''] = isoDay(lastMoment(end)).split('-');
  const values = {
    date: `${year}${month}${day}`,
    year,
    month,
    day,
    hash: pattern.includes('{hash}') ? hashOf(uri) : '',
    customer: key.customerId,
  };
  const first = fill(pattern, values);
  return revision === 1 ? first : `${first}-R${revision}`;
}

function hashOf(uri: string): string {
  return hash('sha256', uri, 'hex').slice(0, HASH_DIGITS);
}
