import type { Outcome } from '../failure.ts';
import { success } from '../failure.ts';
import type { PagedDocument } from '../paginate/page.ts';
import { drawPage } from './draw-page.ts';
import type { Drawing } from './drawing.ts';
import { shareResources } from './drawing.ts';
import { embedFonts } from './embed-font.ts';
import { readMetadata } from './metadata.ts';
import type { PdfBytes } from './pdf-bytes.ts';
import { beginStructure } from './structure.ts';
import { collectFonts } from './used-fonts.ts';
import { writeStructure } from './write-structure.ts';
import { PdfWriter } from './writer.ts';

/** Write the pages as a PDF/A-3a and PDF/UA-1 file. Equal documents give equal bytes. */
export function drawPages(document: PagedDocument): Outcome<PdfBytes> {
  const writer = new PdfWriter(readMetadata(document));
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
  const bytes = writer.finish();
  return success({ kind: 'pdf', bytes, pages: document.pages.length }, drawing.warnings);
}
