import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { layOutMarkup } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';
import { chromiumPath, layOutInChromium, openTab, startChromium } from './chromium.ts';
import { compareRuns, summary, type Deviation } from './compare-runs.ts';
import type { TextRun } from './text-run.ts';

const FOLDER = 'test/fidelity/pages';
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
const LIMIT = 1;
const press = createPress();

/** Pages that still deviate, each with its px (null: other words on a line). A page that has healed must leave the list. */
const KNOWN = JSON.parse(readFileSync('test/fidelity/known-deviations.json', 'utf8')) as Record<string, number | null>;

function sheetWidth(html: string): number {
  return Number(/@page\s*\{[^}]*size:\s*(\d+)px/.exec(html)?.[1] ?? 500);
}

/** Text runs of a page as Platen sets it, list markers left out (a browser has no range for them). */
function layOutInPlaten(name: string, html: string): readonly TextRun[] {
  const document = layOutMarkup({ kind: 'markup', html, file: name }, press.pageWorld(FOLDER));
  if (!document.ok) throw new Error(JSON.stringify(document.failures));
  expect(document.warnings.map(({ place, message, found }) => `${place}: ${message}: ${found ?? ""}`)).toEqual([]);
  expect(document.value.pages).toHaveLength(1);
  const items = document.value.pages[0]?.items ?? [];
  return items.flatMap(({ x, y, mark }) =>
    mark.kind === 'text' && mark.tag?.role !== 'Lbl' ? [{ text: mark.text, x, y, width: mark.width, height: mark.height }] : [],
  );
}

const found: Deviation[] = [];

test('the list of known deviations names pages that are there', () => {
  expect(Object.keys(KNOWN).filter((name) => !PAGES.includes(name))).toEqual([]);
});

describe.skipIf(chromiumPath === null)(`pages beside Chromium${chromiumPath === null ? ' (skipped: no Chromium)' : ''}`, () => {
  let context: BrowserContext;
  let tab: Page;
  beforeAll(async () => {
    context = await startChromium(chromiumPath ?? '');
    tab = await openTab(context);
  });
  afterAll(async () => {
    await context.close();
    process.stdout.write(summary(found));
  });

  test.each(PAGES)('%s', async (name) => {
    const html = readFileSync(join(FOLDER, name), 'utf8');
    const theirs = await layOutInChromium(tab, join(FOLDER, name), sheetWidth(html));
    const deviation = compareRuns(name, layOutInPlaten(name, html), theirs);
    found.push(deviation);
    if (!(name in KNOWN)) return expect(deviation.px, deviation.text).toBeLessThanOrEqual(LIMIT);
    expect(deviation.px, `${name} agrees now: take it from known-deviations.json`).toBeGreaterThan(LIMIT);
    expect(deviation.px, deviation.text).toBeLessThanOrEqual((KNOWN[name] ?? Infinity) + 0.1);
  });
});
