import type { FactView } from './invoice-view.ts';
import type { SwissWords } from '../payment/swiss-words.ts';

/** How to pay. */
export interface PaymentView {
  readonly label: string;
  /** There is something to print. */
  readonly shown: boolean;
  /** One list per bank account. */
  readonly accounts: readonly (readonly FactView[])[];
  readonly sentence: string;
  /** Address of the page to pay on; empty without one. */
  readonly link: string;
  /** The same as it is printed: `pay.example/INV-1`. */
  readonly linkText: string;
  /** Codes for banking apps: at most one. */
  readonly codes: readonly CodeView[];
  /** Swiss QR-bill: at most one. */
  readonly swiss: readonly SwissView[];
}

/** A QR code: `path` in squares of 1, `size` of them on a side. */
export interface CodeView {
  readonly title: string;
  readonly size: string;
  readonly path: string;
}

/** What the payment part and the receipt of a Swiss QR-bill say. */
export interface SwissView {
  readonly words: SwissWords;
  readonly code: CodeView;
  /** IBAN and creditor, a line each. */
  readonly account: readonly string[];
  readonly reference: string;
  readonly remark: string;
  /** Empty where there is a field to fill in. */
  readonly debtor: readonly string[];
  readonly currency: string;
  readonly amount: string;
}
