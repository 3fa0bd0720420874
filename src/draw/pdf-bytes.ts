/** A finished PDF file. */
export interface PdfBytes {
  readonly kind: 'pdf';
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A PDF file that is finished but for its signature, which goes into the room that it has kept. */
export interface UnsignedPdf {
  readonly kind: 'unsigned';
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** First byte of the room and the byte behind it, angle brackets included; hexadecimal digits fill it. */
  readonly room: { readonly start: number; readonly end: number };
}
