import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { layOutMarkup } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';
import { chromiumPath, layOutInChromium, startChromium } from './chromium.ts';
import { compareRuns, type Deviation } from './compare-runs.ts';
import type { TextRun } from './text-run.ts';

const PAGES = 'test/fidelity/pages';
const WIDTH = 500;
const press = createPress();

/** Text runs of a page as Platen sets it, list markers left out (a browser has no range for them); one sheet of 500 px. */
function layOutInPlaten(name: string): readonly TextRun[] {
  const html = readFileSync(join(PAGES, name), 'utf8');
  const document = layOutMarkup({ kind: 'markup', html, file: name }, press.pageWorld(PAGES));
  if (!document.ok) throw new Error(JSON.stringify(document.failures));
  expect(document.warnings).toEqual([]);
  expect(document.value.pages).toHaveLength(1);
  const items = document.value.pages[0]?.items ?? [];
  return items.flatMap(({ x, y, mark }) =>
    mark.kind === 'text' && mark.tag?.role !== 'Lbl' ? [{ text: mark.text, x, y, width: mark.width, height: mark.height }] : [],
  );
}

const worst: Deviation[] = [];

describe.skipIf(chromiumPath === null)(`pages beside Chromium${chromiumPath === null ? ' (skipped: no Chromium)' : ''}`, () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await startChromium(chromiumPath ?? '');
  });
  afterAll(async () => {
    await context.close();
    process.stdout.write(worst.map(({ page, px, text }) => `${px.toFixed(2)} px  ${page}  (${text})\n`).join(''));
  });

  test.each(readdirSync(PAGES).filter((name) => name.endsWith('.html')))('%s', async (name) => {
    const theirs = await layOutInChromium(context, join(PAGES, name), WIDTH);
    const deviation = compareRuns(name, layOutInPlaten(name), theirs);
    worst.push(deviation);
    expect(deviation.px, deviation.text).toBeLessThanOrEqual(1);
  });
});
