import { createHash } from 'node:crypto';
import type { Settings } from '../config/settings.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { isoDay, lastMoment } from './date-formats.ts';
import { fill } from './say.ts';

/** Hexadecimal digits of the hash that a number shows. */
const HASH_DIGITS = 8;

/** The invoice's number by the configured pattern; dates are those of the period's last day. */
export function documentNumber({ uri, key, end }: Invoice, { number }: Settings): string {
  const [year = '', month = '', day = ''] = isoDay(lastMoment(end)).split('-');
  const hash = createHash('sha256').update(uri).digest('hex').slice(0, HASH_DIGITS);
  const values = {
    date: `${year}${month}${day}`,
    year,
    month,
    day,
    hash,
    customer: key.customerId,
  };
  return fill(number.pattern, values);
}
