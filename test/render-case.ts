import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config/read-config.ts';
import type { Outcome } from '../src/failure.ts';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import { readInvoices } from '../src/fetch/read-invoices.ts';
import { renderWhole, type RenderedInvoice } from './render-whole.ts';
import { createPress, examplesFolder, type Press } from '../src/press.ts';
import { deepFreeze } from './deep-freeze.ts';

/** A case: `invoice.json`, or the one of September, and `config.json` where the sample account does not do. All frozen. */
export function readCase(name: string): {
  readonly press: Press;
  readonly raws: Outcome<readonly RawInvoice[]>;
} {
  const folder = join('test/cases', name);
  const given = join(folder, 'invoice.json');
  const invoice = existsSync(given) ? given : 'test/cases/september/invoice.json';
  const own = join(folder, 'config.json');
  const file = existsSync(own) ? own : join(examplesFolder, 'platen.config.json');
  const config = readConfig(readFileSync(file, 'utf8'), file);
  if (!config.ok) throw new Error(JSON.stringify(config.failures, null, 2));
  const press = createPress({ config: deepFreeze(config.value), brandFolder: examplesFolder });
  return {
    press,
    raws: deepFreeze(readInvoices(readFileSync(invoice), 'invoice.json')),
  };
}

/** Every invoice of a case, rendered. */
export function renderCase(name: string): readonly Outcome<RenderedInvoice>[] {
  const { press, raws } = readCase(name);
  return raws.ok ? raws.value.map((raw) => renderWhole(raw, press)) : [];
}
