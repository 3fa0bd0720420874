import type { Attachment } from '../attachment.ts';
import type { Outcome } from '../failure.ts';
import { success } from '../failure.ts';
import type { PagedDocument } from '../paginate/page.ts';
import { drawPage } from './draw-page.ts';
import type { Drawing } from './drawing.ts';
import { shareResources } from './drawing.ts';
import { embedFiles } from './embed-file.ts';
import { embedFonts } from './embed-font.ts';
import { readMetadata } from './metadata.ts';
import type { PdfBytes } from './pdf-bytes.ts';
import { beginStructure } from './structure.ts';
import { collectFonts } from './used-fonts.ts';
import { writeStructure } from './write-structure.ts';
import { PdfWriter } from './writer.ts';

/** What goes into the file beside its pages. */
export interface Inserts {
  readonly attachments?: readonly Attachment[];
}

/** Write the pages as a PDF/A-3a and PDF/UA-1 file, other files within it. Equal documents give equal bytes. */
export function drawPages(
  document: PagedDocument,
  { attachments = [] }: Inserts = {},
): Outcome<PdfBytes> {
  const metadata = readMetadata(document, attachments);
  const writer = new PdfWriter(metadata);
  const drawing: Drawing = {
    writer,
    fonts: embedFonts(writer, collectFonts(document.pages)),
    structure: beginStructure(writer),
    names: shareResources(writer),
    pictures: new Map(),
    warnings: [],
  };
  for (const page of document.pages) drawPage(drawing, page);
  writeStructure(drawing.structure);
  embedFiles(writer, attachments, metadata.date);
  const bytes = writer.finish();
  return success({ kind: 'pdf', bytes, pages: document.pages.length }, drawing.warnings);
}
