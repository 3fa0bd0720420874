/** How customers can pay besides by the bank accounts. */
export interface PaymentSettings {
  /** Address of the page to pay on, with `{number}`, `{customer}`, `{amount}` and `{currency}`; empty without one. */
  readonly link: string;
  /** Draw the payment codes that the account allows: EPC (SEPA) and Swiss QR-bill. */
  readonly codes: 'auto' | 'off';
  /** Digits that a Swiss QR reference begins with: what the bank calls the customer identification. */
  readonly referencePrefix: string;
}
