// Renders the named cases with the built package in a worker thread, and prints a SHA-256 for each document.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { createPress, readConfig, readInvoices, renderInvoice } from '../dist/index.js';

const examples = 'examples';

/** @param {string} name */
function hashCase(name) {
  const folder = join('test/cases', name);
  const own = join(folder, 'config.json');
  const file = existsSync(own) ? own : join(examples, 'platen.config.json');
  const config = readConfig(readFileSync(file, 'utf8'), file);
  const given = join(folder, 'invoice.json');
  const invoice = existsSync(given) ? given : 'test/cases/september/invoice.json';
  const raws = readInvoices(readFileSync(invoice), 'invoice.json');
  if (!config.ok || !raws.ok) return;
  const press = createPress({ config: config.value, brandFolder: examples });
  for (const { body } of raws.value) {
    const made = renderInvoice(body, press);
    const bytes = made.ok
      ? made.value.pdf.bytes
      : JSON.stringify(made.failures.map(({ message, found }) => [message, found]));
    console.log(name, createHash('sha256').update(bytes).digest('hex'));
  }
}

const names = process.argv.slice(2);
if (isMainThread) new Worker(new URL(import.meta.url), { argv: names });
else for (const name of names) hashCase(name);
