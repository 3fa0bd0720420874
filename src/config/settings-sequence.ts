/** Where a number of the ledger's goes in a pattern, and how many digits it has at least. */
export const SEQUENCE = /\{sequence(?::([1-9]))?\}/;

/** What stands in that place as long as there is no number, and in the name of its series: `INV-2026-#`. */
export const OPEN = '#';

/** The number that the ledger gave; `open`: it has given none yet; `none`: there is no ledger here. */
export type SequenceNumber = number | 'open' | 'none';

/** How the numbers of documents come from the ledger. */
export interface SequenceSettings {
  readonly value: SequenceNumber;
  /** Pattern of the series that the document's number is of, `INV-{year}-#`; null where it is of none. */
  readonly series: string | null;
}
