import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { viewOf } from '../../src/pipeline.ts';
import { createPress, examplesFolder } from '../../src/press.ts';
import { readInvoices } from '../../src/fetch/read-invoices.ts';
import { fillTemplate } from '../../src/template/fill-template.ts';

const PAGES = 'test/fidelity/pages';

/** Pages that are known to be good: those of the fidelity tests, and the samples through the bundled template. */
export function readCorpus(): readonly string[] {
  const files = readdirSync(PAGES).filter((name) => name.endsWith('.html'));
  const pages = files.sort().map((name) => readFileSync(join(PAGES, name), 'utf8'));
  return [...pages, ...filledTemplates()];
}

function filledTemplates(): readonly string[] {
  const press = createPress();
  const file = join(examplesFolder, 'amberflo-invoices.json');
  const raw = readInvoices(readFileSync(file), 'amberflo-invoices.json');
  if (!raw.ok) return [];
  return raw.value.flatMap((invoice) => {
    const viewed = viewOf(invoice, press);
    if (!viewed.ok) return [];
    const filled = fillTemplate(viewed.value.view, press.world(viewed.value.settings));
    return filled.ok && filled.value.html.length < 40_000 ? [filled.value.html] : [];
  });
}
