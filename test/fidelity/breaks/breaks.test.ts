import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPress } from '../../../src/press.ts';
import { chromiumPath, openTab, startChromium } from '../chromium.ts';
import { moved, printInChromium, printInPlaten, wordsOf } from './print-pages.ts';

const PAGES = 'test/fidelity/breaks/pages';
const press = createPress();
const skipped = chromiumPath === null ? ' (skipped: no Chromium)' : '';

describe.skipIf(chromiumPath === null)(`pages end where Chromium ends them${skipped}`, () => {
  let context: BrowserContext;
  let tab: Page;
  beforeAll(async () => {
    context = await startChromium(chromiumPath ?? '');
    tab = await openTab(context);
  });
  afterAll(() => context.close());

  test.each(readdirSync(PAGES).filter((name) => name.endsWith('.html')))('%s', async (name) => {
    const file = join(PAGES, name);
    const theirs = await printInChromium(file, tab);
    expect(theirs.length).toBeGreaterThan(1);
    const ours = printInPlaten(file, press);
    expect(wordsOf(ours)).toEqual(wordsOf(theirs));
    expect(moved(ours, theirs)).toEqual([]);
  });
});
