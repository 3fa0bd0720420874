import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { Markup } from '../template/markup.ts';

/** A page file as markup, with the folder that its style sheets and pictures lie in. */
export interface PageFile {
  readonly markup: Markup;
  readonly folder: string;
  readonly name: string;
}

/** Read an HTML page. */
export function readPage(file: string): Outcome<PageFile> {
  try {
    const html = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    const markup = { kind: 'markup', html, file: basename(file) } as const;
    return success({
      markup,
      folder: dirname(file),
      name: basename(file).replace(/\.html?$/i, ''),
    });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return failed([
      failure('markup', file, 'The page cannot be read', {
        expected: 'an HTML file in UTF-8',
        found,
        hint: 'Check the name, and save the page as UTF-8.',
      }),
    ]);
  }
}
