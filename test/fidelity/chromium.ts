import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import type { TextRun } from './text-run.ts';

const READ_RUNS = readFileSync('test/fidelity/read-runs.js', 'utf8');
const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser's path; null where there is none. */
export const chromiumPath = CANDIDATES.find((path) => existsSync(path)) ?? null;

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];

/** Start a browser that reaches nothing but files. */
export function startChromium(path: string): Promise<BrowserContext> {
  const args = [...FLAGS, '--disable-component-update', '--disable-quic', '--font-render-hinting=none'];
  const profile = mkdtempSync(join(tmpdir(), 'platen-chromium-'));
  return chromium.launchPersistentContext(profile, { executablePath: path, headless: true, args, offline: true });
}

const INTER = 'node_modules/@expo-google-fonts/inter';
const FACES = [
  ['400Regular/Inter_400Regular.ttf', 400, 'normal'],
  ['500Medium/Inter_500Medium.ttf', 500, 'normal'],
  ['600SemiBold/Inter_600SemiBold.ttf', 600, 'normal'],
  ['700Bold/Inter_700Bold.ttf', 700, 'normal'],
  ['400Regular_Italic/Inter_400Regular_Italic.ttf', 400, 'italic'],
] as const;

/** The catalogue's faces for the browser, so that both set the same files; contextual alternates off, as in Platen. */
function fontFaces(): string {
  const face = ([file, weight, style]: (typeof FACES)[number]) =>
    `@font-face{font-family:Inter;font-weight:${weight};font-style:${style};src:url("file://${resolve(INTER, file)}")}`;
  return `${FACES.map(face).join('')}html{font-family:Inter;font-feature-settings:"calt" 0}`;
}

/** Every run of text of a page, one for each text node and line, as the browser lays it out for print at a width. */
export async function layOutInChromium(context: BrowserContext, file: string, width: number): Promise<readonly TextRun[]> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`file://${resolve(file)}`);
    await page.addStyleTag({ content: fontFaces() });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return await page.evaluate<readonly TextRun[]>(READ_RUNS);
  } finally {
    await page.close();
  }
}
