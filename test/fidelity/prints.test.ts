import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { printMarkup } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';
import { chromiumPath, openTab, printInChromium, startChromium } from './chromium.ts';
import { worstTile } from './tiles.ts';

const FOLDER = 'test/fidelity/prints';
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
/** Edges are smoothed in other ways, a thin line may fall between pixels; a glyph at another place is 60 and more. */
const LIMIT = 28;
const press = createPress();

function printInPlaten(name: string): Uint8Array {
  const html = readFileSync(join(FOLDER, name), 'utf8');
  const printed = printMarkup({ kind: 'markup', html, file: name }, press.pageWorld(FOLDER));
  if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
  expect(printed.warnings.map(({ place, message }) => `${place}: ${message}`)).toEqual([]);
  return printed.value.bytes;
}

describe.skipIf(chromiumPath === null)(`prints beside Chromium${chromiumPath === null ? ' (skipped: no Chromium)' : ''}`, () => {
  let context: BrowserContext;
  let tab: Page;
  beforeAll(async () => {
    context = await startChromium(chromiumPath ?? '');
    tab = await openTab(context);
  });
  afterAll(async () => {
    await context.close();
  });

  test.each(PAGES)('%s', async (name) => {
    const theirs = await printInChromium(tab, join(FOLDER, name));
    const { difference, place } = worstTile(printInPlaten(name), theirs);
    expect(difference, `the tile at ${place}`).toBeLessThanOrEqual(LIMIT);
  });
});
