/** An indirect object as pdfkit holds it. */
export interface PdfkitReference {
  readonly id: number;
  readonly offset: number;
  data: Record<string, unknown>;
  buffer: Uint8Array[];
  compress: boolean;
  write(chunk: Uint8Array): void;
}

/** A page as pdfkit holds it. */
export interface PdfkitPage {
  readonly dictionary: PdfkitReference;
  readonly resources: PdfkitReference;
  readonly content: PdfkitReference;
}
