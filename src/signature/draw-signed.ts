import { drawPages, drawUnsigned, type Inserts } from '../draw/draw-pages.ts';
import type { PdfBytes, UnsignedPdf } from '../draw/pdf-bytes.ts';
import { andThen, type Outcome } from '../failure.ts';
import type { PagedDocument } from '../paginate/page.ts';

/** Who signs every file: what the signature says of itself, its size at most, and how it is made. */
export interface Sealing {
  readonly reason: string;
  readonly location: string;
  /** Bytes. */
  readonly size: number;
  readonly sign: (pdf: UnsignedPdf) => Outcome<PdfBytes>;
}

/** Draw the pages, and sign the file where somebody is there to do it. */
export function drawSigned(
  document: PagedDocument,
  sealing: Sealing | null,
  inserts: Inserts,
): Outcome<PdfBytes> {
  if (sealing === null) return drawPages(document, inserts);
  const { reason, location, size, sign } = sealing;
  return andThen(drawUnsigned(document, { name: '', reason, location, size }, inserts), sign);
}
