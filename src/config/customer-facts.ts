import type { Address, Identifier } from './settings.ts';

/** What the billing system knows of a customer; the configuration wins over it. Empty where it knows nothing. */
export interface CustomerFacts {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly address: Address;
  /** A VAT id of its country's shape, with the prefix. */
  readonly vatId: string;
  readonly identifiers: readonly Identifier[];
  readonly purchaseOrder: string;
  /** E-mail addresses. */
  readonly recipients: readonly string[];
  /** BCP 47; null where it is not known. */
  readonly locale: string | null;
  /** IANA name; null where it is not known. */
  readonly timeZone: string | null;
  /** Made for trying things out: never mailed. */
  readonly test: boolean;
  /** Amberflo's word, lower case: `active`, `trial`, `offboarded`. */
  readonly lifecycleStage: string;
}
