import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { printMarkup } from '../../../src/pipeline.ts';
import type { Press } from '../../../src/press.ts';
import { readPdf } from '../../read-pdf.ts';
import { layOutInChromium } from '../chromium.ts';

/** The words of each page, a letter or more and a number each, as they stand in the file. */
export type PagedWords = readonly (readonly string[])[];

const WIDTH = 500;

/** Words by page, sorted: which page a word is on counts, not when it is drawn. */
async function wordsOf(bytes: Uint8Array): Promise<PagedWords> {
  const { pages } = await readPdf(bytes);
  return pages.map((text) => [...(text.match(/[a-z]+\d+/g) ?? [])].sort(byNumber));
}

const byNumber = (one: string, other: string): number =>
  one.charCodeAt(0) - other.charCodeAt(0) || Number(one.slice(1)) - Number(other.slice(1));

/** Print a page file with Platen, without a warning. */
export async function printInPlaten(file: string, press: Press): Promise<PagedWords> {
  const markup = { kind: 'markup', html: readFileSync(file, 'utf8'), file: basename(file) } as const;
  const printed = printMarkup(markup, press.pageWorld(dirname(file)));
  if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
  if (printed.warnings.length > 0) throw new Error(JSON.stringify(printed.warnings));
  return wordsOf(printed.value.bytes);
}

/** Print a page file with the browser, in the same faces. */
export async function printInChromium(file: string, tab: Page): Promise<PagedWords> {
  await layOutInChromium(tab, file, WIDTH);
  return wordsOf(await tab.pdf({ preferCSSPageSize: true, printBackground: true }));
}
