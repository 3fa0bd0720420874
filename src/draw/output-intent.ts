import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { reference } from './resources.ts';
import type { PdfWriter } from './writer.ts';

/** Write what colours of the file are meant for: screens, that is sRGB (PDF/A-3, section 6.2.3). */
export function putOutputIntent(writer: PdfWriter): void {
  const profile = writer.reserve();
  writer.putStream(profile, '/N 3/Filter/FlateDecode', OUTPUT_PROFILE);
  const intent = writer.add(`${INTENT}/DestOutputProfile ${reference(profile)}>>`);
  writer.setCatalogue('OutputIntents', `[${reference(intent)}]`);
}

const INTENT =
  '<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB IEC61966-2.1)/OutputConditionIdentifier(sRGB IEC61966-2.1)';

/** The profile as pdfkit carries it. It is the same in all files: deflated once, as well as can be. */
export const OUTPUT_PROFILE: Uint8Array = deflateSync(profileOfPdfkit(), { level: 9 });

/** pdfkit hands its profile to nothing but an object of a file that it writes. */
function profileOfPdfkit(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const object = { write: (piece: Uint8Array) => pieces.push(piece), end: () => undefined };
  const options = { subset: 'PDF/A-3a', autoFirstPage: false, font: null };
  const document = new PDFDocument(options as object);
  Object.assign(document, { ref: () => object });
  (document as unknown as { _addColorOutputIntent(): void })._addColorOutputIntent();
  return Buffer.concat(pieces);
}
