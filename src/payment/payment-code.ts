/** A QR code as a drawing: a path in squares of 1, `size` of them on a side. */
export interface PaymentCode {
  /** What the code holds. */
  readonly text: string;
  readonly size: number;
  readonly path: string;
}
