import type { Attachment } from '../attachment.ts';
import type { Outcome } from '../failure.ts';
import { success } from '../failure.ts';
import type { Page, PagedDocument } from '../paginate/page.ts';
import { beginText } from './byte-text.ts';
import { drawPage } from './draw-page.ts';
import type { Drawing } from './drawing.ts';
import { shareResources } from './drawing.ts';
import { embedFiles } from './embed-file.ts';
import { embedFonts } from './embed-font.ts';
import { readMetadata } from './metadata.ts';
import type { PdfBytes, UnsignedPdf } from './pdf-bytes.ts';
import { fillByteRange, writeSeal, writeSealField, type Seal } from './seal.ts';
import { beginStructure } from './structure.ts';
import { noFonts } from './used-fonts.ts';
import { writeStructure } from './write-structure.ts';
import { PdfWriter } from './writer.ts';

/** A document whose pages are asked for one at a time: each may be forgotten once it is drawn. */
export interface PageSource extends Omit<PagedDocument, 'pages'> {
  readonly pages: Iterable<Page>;
}

/** What goes into the file beside its pages. */
export interface Inserts {
  readonly attachments?: readonly Attachment[];
}

/** Write the pages as a PDF/A-3a and PDF/UA-1 file, other files within it. Equal documents give equal bytes. */
export function drawPages(document: PageSource, inserts: Inserts = {}): Outcome<PdfBytes> {
  const drawing = beginDrawing(document, inserts);
  let pages = 0;
  for (const page of document.pages) {
    drawPage(drawing, page);
    pages++;
  }
  closeDrawing(drawing, inserts);
  const bytes = drawing.writer.finish();
  return success({ kind: 'pdf', bytes, pages }, drawing.warnings);
}

/** The same, with room for a signature over all of it. */
export function drawUnsigned(
  document: PageSource,
  seal: Seal,
  inserts: Inserts = {},
): Outcome<UnsignedPdf> {
  const drawing = beginDrawing(document, inserts);
  const { writer, date } = drawing;
  const widget = writer.reserve();
  const pages: number[] = [];
  for (const page of document.pages) {
    pages.push(drawPage(drawing, page, pages.length === 0 ? [widget] : []));
  }
  closeDrawing(drawing, inserts);
  const field = writeSealField(writer, widget, pages[0] ?? 0);
  const place = writeSeal(writer, field, seal, date);
  const bytes = writer.finish();
  fillByteRange(bytes, place);
  return success({ kind: 'unsigned', bytes, pages: pages.length, room: place }, drawing.warnings);
}

function beginDrawing(document: PageSource, { attachments = [] }: Inserts): Drawing {
  const metadata = readMetadata(document, attachments);
  const writer = new PdfWriter(metadata);
  return {
    writer,
    fonts: noFonts(),
    page: beginText(),
    structure: beginStructure(writer),
    names: shareResources(writer),
    pictures: new Map(),
    warnings: [],
    date: metadata.date,
  };
}

function closeDrawing(drawing: Drawing, { attachments = [] }: Inserts): void {
  const { writer, fonts, structure, date } = drawing;
  embedFonts(writer, fonts);
  writeStructure(structure);
  embedFiles(writer, attachments, date);
}
