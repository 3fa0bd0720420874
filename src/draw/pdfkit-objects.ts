import { createHash } from 'node:crypto';

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

/** The file's identifier, out of all that it holds (ISO 32000-1, section 14.4). */
export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
