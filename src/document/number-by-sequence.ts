import { OPEN, SEQUENCE, type SequenceNumber } from '../config/settings-sequence.ts';
import type { DocumentKind } from '../config/settings-document.ts';
import type { Settings } from '../config/settings.ts';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';

/** The pattern that the number of a document is made by; a receipt names the number of its invoice. */
const PATTERN = {
  invoice: 'pattern',
  'credit-note': 'creditNote',
  receipt: 'pattern',
} as const satisfies Record<DocumentKind, keyof Settings['number']>;

/**
 * Put the ledger's number into the pattern of the document's kind. Only the ledger gives out numbers without gaps, so where
 * it is not asked the document has none, and is refused.
 */
export function numberBySequence(
  settings: Settings,
  kind: DocumentKind,
  uri: string,
): Outcome<Settings> {
  const { number, sequence } = settings;
  const key = PATTERN[kind];
  const pattern = number[key];
  if (!SEQUENCE.test(pattern)) return success(settings);
  if (sequence.value === 'none' || kind === 'receipt') return failed([noLedger(uri, key)]);
  const { value } = sequence;
  const filled = pattern.replace(SEQUENCE, (_, digits = '1') => written(value, Number(digits)));
  return success({
    ...settings,
    number: { ...number, [key]: filled },
    sequence: { value, series: pattern.replace(SEQUENCE, OPEN) },
  });
}

function written(value: Exclude<SequenceNumber, 'none'>, digits: number): string {
  return value === 'open' ? OPEN : `${value}`.padStart(digits, '0');
}

function noLedger(uri: string, key: string): Failure {
  return failure('document', uri, 'Only the ledger of a run knows this invoice’s number', {
    expected: `a number.${key} without {sequence}`,
    found: 'a pattern with {sequence}',
    hint: 'Use platen run for it, or another number pattern for what is made outside of runs.',
  });
}
