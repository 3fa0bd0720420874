// Renders the samples and keeps beside each script of dist/ what V8 has compiled of it by then.
import { readFileSync, writeFileSync } from 'node:fs';
import { createPress, readConfig, renderInvoice } from '../dist/index.js';
import { opened } from '../dist/open-script.js';

const read = (name) => readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8');
const config = readConfig(read('platen.config.json'), 'platen.config.json');
if (!config.ok) throw new Error(JSON.stringify(config.failures));
const press = createPress({ config: config.value });
for (const body of JSON.parse(read('amberflo-invoices.json'))) {
  const rendered = renderInvoice(body, press);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failures));
}
for (const { script, kept } of opened) writeFileSync(kept, script.createCachedData());
