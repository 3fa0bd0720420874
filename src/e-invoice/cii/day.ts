import type { Day } from '../e-invoice.ts';
import { branch, leaf, type Xml } from '../xml.ts';

/** A day in format 102, which is YYYYMMDD (UNTDID 2379). */
export function writeDay(name: string, day: Day | null, type: 'udt' | 'qdt' = 'udt'): Xml {
  const digits = day === null ? null : day.replaceAll('-', '');
  return branch(name, leaf(`${type}:DateTimeString`, digits, { format: '102' }));
}
