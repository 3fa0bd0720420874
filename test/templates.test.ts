import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import type { Overrides } from '../src/config/settings.ts';
import { readInvoices } from '../src/fetch/read-invoices.ts';
import { renderWhole, type RenderedInvoice } from './render-whole.ts';
import { createPress, examplesFolder, type Press } from '../src/press.ts';
import { layOutPage } from './engine/lay-out-page.ts';
import { layOutView } from './lay-out-view.ts';
import { sheetFaults, type Margins } from './sheet-faults.ts';

const POINT = 96 / 72;
const MM = 96 / 25.4;

/** Side margins as the style sheets give them. */
const MARGINS: Readonly<Record<string, Margins>> = {
  standard: { left: 56 * POINT, right: 56 * POINT },
  compact: { left: 44 * POINT, right: 44 * POINT },
  formal: { left: 25 * MM, right: 20 * MM },
};

const TEMPLATES = Object.keys(MARGINS);
const LANGUAGES = readdirSync('templates/shared/messages').map((file) => file.slice(0, -5));
const SIZES = { A4: [793.7, 1122.52], Letter: [816, 1056] } as const;

function pressOf(file: string, overrides: Overrides): Press {
  const config = readConfig(readFileSync(file, 'utf8'), file);
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  return createPress({ config: config.value, overrides, brandFolder: examplesFolder });
}

/** Both sample invoices: a draft, and one that is paid. */
function renderSamples(press: Press): readonly RenderedInvoice[] {
  const raws = readInvoices(
    readFileSync(join(examplesFolder, 'amberflo-invoices.json')),
    'amberflo-invoices.json',
  );
  if (!raws.ok) throw new Error('no samples');
  return raws.value.map((raw) => {
    const outcome = renderWhole(raw, press);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    expect(outcome.warnings).toEqual([]);
    return outcome.value;
  });
}

describe.each(TEMPLATES)('%s', (template) => {
  const margins = MARGINS[template] ?? { left: 0, right: 0 };

  test('tells the file when the invoice was issued', () => {
    const press = pressOf(join(examplesFolder, 'platen.config.json'), { template });
    for (const rendered of renderSamples(press)) {
      expect(layOutView(rendered, press).meta['date']).toBe(rendered.view.isoDate);
    }
  });

  test.each(['A4', 'Letter'] as const)('sits well on %s, in both brands', (paper) => {
    for (const brand of ['platen', 'meridian']) {
      const press = pressOf(join(examplesFolder, `${brand}.config.json`), { template, paper });
      for (const rendered of renderSamples(press)) {
        const document = layOutView(rendered, press);
        const { width, height } = document.pages[0]?.size ?? { width: 0, height: 0 };
        expect([Math.round(width), Math.round(height)]).toEqual(SIZES[paper].map(Math.round));
        expect(sheetFaults(document, margins)).toEqual([]);
      }
    }
  });

  test.each(LANGUAGES)('speaks %s without a missing glyph or an overflow', (locale) => {
    const press = pressOf(join(examplesFolder, 'platen.config.json'), { template, locale });
    for (const rendered of renderSamples(press)) {
      expect(sheetFaults(layOutView(rendered, press), margins)).toEqual([]);
      expect(rendered.pdf.bytes.length).toBeGreaterThan(1000);
    }
  });
});

test('a brand sets colours, fonts and the logo by configuration alone', () => {
  const press = pressOf(join(examplesFolder, 'meridian.config.json'), { template: 'standard' });
  const [rendered] = renderSamples(press);
  if (rendered === undefined) throw new Error('nothing was rendered');
  const [page] = layOutView(rendered, press).pages;
  const families = page?.items.flatMap(({ mark }) =>
    mark.kind === 'text' ? mark.runs.map(({ run }) => run.face.family) : [],
  );
  expect(families).toContain('Noto Sans');
  expect(page?.items.some(({ mark }) => mark.kind === 'picture')).toBe(true);
});

test('a look at the sheets finds text over text and beyond the margins', () => {
  const page = (body: string) =>
    layOutPage(`<html lang="en"><head><title>t</title><style>@page { margin: 100px }
      p { position: absolute; margin: 0; top: 0 }</style></head><body>${body}</body></html>`);
  const margins = { left: 100, right: 100 };
  expect(sheetFaults(page('<p>one</p><p style="left: 200px">two</p>'), margins)).toEqual([]);
  expect(sheetFaults(page('<p>one</p><p style="left: 5px">two</p>'), margins)).toHaveLength(1);
  expect(sheetFaults(page('<p style="left: -9px">one</p>'), margins)).toHaveLength(1);
  expect(sheetFaults(page('<p style="right: -9px">one</p>'), margins)).toHaveLength(1);
});
