/** An indirect object as pdfkit holds it. */
export interface PdfkitReference {
  readonly id: number;
  readonly offset: number;
  data: Record<string, unknown>;
  buffer: Uint8Array[];
  compress: boolean;
  write(chunk: Uint8Array): void;
}

/** CSS px as points, to a thousandth. */
export function points(px: number): number {
  return Math.round(px * 750) / 1000;
}

/** What stands in the place of pdfkit's list of offsets, of which it asks no more than the next number. */
export class ObjectCount {
  length: number;

  constructor(length: number) {
    this.length = length;
  }

  push(): number {
    return ++this.length;
  }
}
