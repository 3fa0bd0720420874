import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printMarkup } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';
import { pageContents, readPdf as readObjects } from '../draw/read-pdf.ts';
import { readPdf, squeeze } from '../read-pdf.ts';
import { CASES } from './cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'platen-extraction-'));
const world = createPress().pageWorld(null);
const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;
const pdftotext = has('pdftotext');
const pdfinfo = has('pdfinfo');

function printed(body: string): Uint8Array {
  const html = `<!doctype html><html lang="en"><title>Case</title><body>${body}</body></html>`;
  const outcome = printMarkup({ kind: 'markup', html, file: 'case.html' }, world);
  if (!outcome.ok) throw new Error(outcome.failures.map(({ message }) => message).join());
  return outcome.value.bytes;
}

function run(program: string, options: readonly string[], bytes: Uint8Array): string {
  const file = join(folder, 'case.pdf');
  writeFileSync(file, bytes);
  return execFileSync(program, [
    ...options,
    file,
    ...(program === 'pdftotext' ? ['-'] : []),
  ]).toString();
}

/** What poppler put around Latin pieces of a right-to-left line, spaces on the wrong side of them. */
const EMBEDDED = /[\u202a\u202b](\s*)([^\u202a-\u202c]*)\u202c/g;

/** Text as given: without poppler's own bidi marks, white space normalised, lines joined where a soft hyphen ends one. */
function asGiven(text: string, leftwards = false): string {
  return text
    .replace(leftwards ? EMBEDDED : /$^/g, '$2$1')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\f]/g, '')
    .replace(/\u00ad\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

describe.skipIf(!pdftotext)(
  `poppler reads the text given${pdftotext ? '' : ' (skipped: no pdftotext)'}`,
  () => {
    test.each(CASES)('$name', ({ html, text, leftwards = false }) => {
      const read = run('pdftotext', leftwards ? [] : ['-raw'], printed(html));
      expect(asGiven(read, leftwards)).toBe(asGiven(text));
    });
  },
);

describe('pdf.js reads the text given, but for spaces', () => {
  const cases = CASES.filter(({ beyondPdfjs }) => beyondPdfjs === undefined);
  test.each(cases)('$name', async ({ html, text }) => {
    const { pages } = await readPdf(printed(html));
    expect(squeeze(asGiven(pages.join('')))).toBe(squeeze(asGiven(text)));
  });
});

/** The words of `pdfinfo -struct-text`, which knows no marked content within marked content: plain pages only. */
function structureWords(bytes: Uint8Array): string {
  const shown = run('pdfinfo', ['-struct-text'], bytes).matchAll(/"((?:[^"]|"(?!\n))*)"/g);
  return [...shown]
    .map(([, text = '']) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.skipIf(!pdfinfo)(
  `tags hold the words in reading order${pdfinfo ? '' : ' (skipped: no pdfinfo)'}`,
  () => {
    test('from left to right, across elements', () => {
      const bytes = printed(
        '<p>One <b>two</b> three</p><table><tr><td>four</td><td>five</td></tr></table><p>six</p>',
      );
      expect(squeeze(structureWords(bytes))).toBe('Onetwothreefourfivesix');
    });
  },
);

test('plain text costs nothing: no ActualText, no letter-spacing', () => {
  const [content = ''] = pageContents(readObjects(printed('<p>Plain 1,234.50 EUR, Söhne</p>')));
  expect(content).toMatch(/T[jJ]/);
  expect(content).not.toMatch(/ActualText|Tc/);
});
