/** A finished PDF file. */
export interface PdfBytes {
  readonly kind: 'pdf';
  readonly bytes: Uint8Array;
  readonly pages: number;
}
