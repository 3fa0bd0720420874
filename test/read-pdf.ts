import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What another program reads out of a PDF: text of each page, and the fonts in it. */
export interface ReadPdf {
  readonly pages: readonly string[];
}

/** Read a PDF with pdf.js; words are joined as they follow each other in the content. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  }
  await task.destroy();
  return { pages };
}

/** Text with every run of white space taken out: what may be compared however lines were broken. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
