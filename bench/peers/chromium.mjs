import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { executablePath } from '../find-chromium.mjs';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'];

/** Chromium without a window, with one page for all documents: a page for each costs a process, and four times as much. */
export async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'platen-bench-'));
  const file = join(folder, 'page.html');
  const url = pathToFileURL(file).href;
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const page = await browser.newPage();
  return {
    async render(text) {
      writeFileSync(file, text);
      await page.goto(url, { timeout: 0 });
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
