import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
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

const FACES = [
  ['Inter', 'inter/400Regular/Inter_400Regular.ttf', 400, 'normal'],
  ['Inter', 'inter/500Medium/Inter_500Medium.ttf', 500, 'normal'],
  ['Inter', 'inter/600SemiBold/Inter_600SemiBold.ttf', 600, 'normal'],
  ['Inter', 'inter/700Bold/Inter_700Bold.ttf', 700, 'normal'],
  ['Inter', 'inter/400Regular_Italic/Inter_400Regular_Italic.ttf', 400, 'italic'],
  ['Noto Sans', 'noto-sans/400Regular/NotoSans_400Regular.ttf', 400, 'normal'],
  ['Noto Sans Arabic', 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 400, 'normal'],
  ['Noto Sans Hebrew', 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf', 400, 'normal'],
  ['Noto Sans Hebrew', 'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf', 700, 'normal'],
  ['Noto Sans Devanagari', 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf', 400, 'normal'],
  ['Noto Sans Thai', 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf', 400, 'normal'],
] as const;

/**
 * The catalogue's faces for the browser, so that both set the same files; generic families stand for Inter as in the
 * catalogue; contextual alternates off, as in Platen. The browser knows no fallback chain of ours: pages name theirs.
 */
function fontFaces(): string {
  const face = ([family, file, weight, style]: (typeof FACES)[number]) =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};` +
    `src:url("file://${resolve('node_modules/@expo-google-fonts', file)}")}`;
  return `${FACES.map(face).join('')}html{font-family:Inter;font-feature-settings:"calt" 0}`;
}

/** A tab that sets pages as for print. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.emulateMedia({ media: 'print' });
  return tab;
}

/** Every run of text of a page, one for each text node and line, as the browser lays it out for print at a width. */
export async function layOutInChromium(tab: Page, file: string, width: number): Promise<readonly TextRun[]> {
  await tab.setViewportSize({ width, height: 1000 });
  await tab.goto(`file://${resolve(file)}`);
  await tab.addStyleTag({ content: fontFaces() });
  await tab.evaluate('document.body.offsetHeight, document.fonts.ready.then(() => undefined)');
  return tab.evaluate<readonly TextRun[]>(READ_RUNS);
}

/** The page as the browser prints it, a PDF file. */
export async function printInChromium(tab: Page, file: string): Promise<Uint8Array> {
  await tab.goto(`file://${resolve(file)}`);
  await tab.addStyleTag({ content: fontFaces() });
  await tab.evaluate('document.body.offsetHeight, document.fonts.ready.then(() => undefined)');
  return tab.pdf({ preferCSSPageSize: true, printBackground: true });
}
