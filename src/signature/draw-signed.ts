import { drawPages, drawUnsigned, type Inserts } from '../draw/draw-pages.ts';
import type { PdfBytes } from '../draw/pdf-bytes.ts';
import { andThen, type Outcome } from '../failure.ts';
import type { PagedDocument } from '../paginate/page.ts';
import { signatureSize, signPdf } from './sign-pdf.ts';
import type { Signer } from './signer.ts';

/** Who signs every file, and what the signature says of itself. */
export interface Sealing {
  readonly signer: Signer;
  readonly reason: string;
  readonly location: string;
}

/** Draw the pages, and sign the file where somebody is there to do it. */
export function drawSigned(
  document: PagedDocument,
  sealing: Sealing | null,
  inserts: Inserts,
): Outcome<PdfBytes> {
  if (sealing === null) return drawPages(document, inserts);
  const { signer, reason, location } = sealing;
  const seal = { name: '', reason, location, size: signatureSize(signer) };
  return andThen(drawUnsigned(document, seal, inserts), (unsigned) => signPdf(unsigned, signer));
}
