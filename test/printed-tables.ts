import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';

/** A table as another program reads it out of a PDF, through the structure tree: texts of cells, squeezed. */
export interface PrintedTable {
  readonly head: readonly string[];
  /** Rows of the body; what is repeated on each page is not in it. */
  readonly rows: readonly (readonly string[])[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '');

/**
 * Every table of a PDF. pdf.js gives each page the whole structure, with texts for that page only: what is blank stands on
 * another page, and a table whose head is blank goes on from the page before.
 */
export async function readTables(bytes: Uint8Array): Promise<readonly PrintedTable[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const tables: PrintedTable[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    for (const table of await pageTables(await document.getPage(number))) {
      if (table.rows.length === 0 && isBlank(table.head)) continue;
      const before = isBlank(table.head) ? tables.pop() : undefined;
      tables.push(
        before === undefined ? table : { ...before, rows: [...before.rows, ...table.rows] },
      );
    }
  }
  await task.destroy();
  return tables;
}

async function pageTables(page: PDFPageProxy): Promise<readonly PrintedTable[]> {
  const root = (await page.getStructTree()) as Node | null;
  if (root === null) return [];
  const texts = await textsOf(page);
  return nodesOf(root, 'Table').map((table) => ({
    head: nodesOf(table, 'THead')
      .flatMap((head) => nodesOf(head, 'TR'))
      .slice(0, 1)
      .flatMap((row) => cellsOf(row, texts)),
    rows: nodesOf(table, 'TBody')
      .flatMap((body) => nodesOf(body, 'TR'))
      .map((row) => cellsOf(row, texts))
      .filter((row) => !isBlank(row)),
  }));
}

/** Text by the id of its marked content. */
async function textsOf(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null) ?? '';
      texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { readonly id?: string }).id ?? null);
  }
  return texts;
}

function cellsOf(row: Node, texts: ReadonlyMap<string, string>): readonly string[] {
  return (row.children ?? [])
    .filter(({ role }) => role === 'TH' || role === 'TD')
    .map((cell) => contentOf(cell, texts).replace(/\s+/g, ''));
}

function contentOf(node: Node, texts: ReadonlyMap<string, string>): string {
  const own = node.type === 'content' ? (texts.get(node.id ?? '') ?? '') : '';
  return own + (node.children ?? []).map((child) => contentOf(child, texts)).join('');
}

/** The outermost nodes with a role. */
function nodesOf(node: Node, role: string): readonly Node[] {
  return (node.children ?? []).flatMap((child) =>
    child.role === role ? [child] : nodesOf(child, role),
  );
}
