import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import type { Page } from '../src/paginate/page.ts';
import { renderWhole } from './render-whole.ts';
import { createPress, examplesFolder } from '../src/press.ts';
import { layOutView } from './lay-out-view.ts';
import { manyLines } from './many-lines.ts';

const config = readConfig(
  readFileSync(join(examplesFolder, 'platen.config.json'), 'utf8'),
  'sample',
);
const press = createPress({
  brandFolder: examplesFolder,
  ...(config.ok ? { config: config.value } : {}),
});

const textsOf = ({ items }: Page) =>
  items.flatMap(({ mark }) => (mark.kind === 'text' ? [mark.text.trim()] : []));

/** The bar of the file's size. */
const MOST_BYTES = 3_000_000;

test('5,000 line items print once each, in order, with the header row and the page number on every page', () => {
  const rendered = renderWhole({ body: manyLines(5000), origin: 'many', path: '$' }, press);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failures));
  expect(rendered.value.pdf.bytes.length).toBeLessThan(MOST_BYTES);
  const { pages } = layOutView(rendered.value, press);
  expect(rendered.value.pdf.pages).toBe(pages.length);
  const texts = pages.map(textsOf);
  const meters = texts.flatMap((page) => page.filter((text) => /^Meter \d{5}$/.test(text)));
  expect(meters).toEqual(
    Array.from({ length: 5000 }, (_, index) => `Meter ${String(index + 1).padStart(5, '0')}`),
  );
  const withLines = texts.filter((page) => page.some((text) => text.startsWith('Meter ')));
  expect(withLines.length).toBeGreaterThan(50);
  expect(
    withLines.filter(
      (page) => !page.includes(rendered.value.view.messages['items.quantity'] ?? 'Quantity'),
    ),
  ).toEqual([]);
  texts.forEach((page, index) =>
    expect(page.join(' ')).toContain(`Page ${index + 1} of ${pages.length}`),
  );
});
