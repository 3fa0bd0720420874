import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config/read-config.ts';
import { viewOf } from '../../src/pipeline.ts';
import { createPress, examplesFolder } from '../../src/press.ts';
import { fillTemplate } from '../../src/template/fill-template.ts';
import { usageCsv } from '../../src/usage-csv/usage-csv.ts';
import { otherValues, placesOf, valueAt, withValue, type Place } from './walk-paths.ts';

/** The sample invoices: one open, one final; together they have every documented field. */
export const sample = JSON.parse(
  readFileSync(join(examplesFolder, 'amberflo-invoices.json'), 'utf8'),
) as readonly unknown[];

/** Where a change of a field shows. */
export interface Effects {
  readonly document: boolean;
  readonly csv: boolean;
}

/** What an invoice becomes: the page before it is laid out, and the usage as CSV. */
interface Output {
  readonly document: string;
  readonly csv: string;
}

/** Places of one field that are tried in each sample. */
const MOST_PLACES = 3;

/** The sample account, with all that the configuration can switch on. */
const config = readConfig(
  JSON.stringify({
    ...JSON.parse(readFileSync(join(examplesFolder, 'platen.config.json'), 'utf8')),
    showExternalStatus: true,
    usage: { annex: 'hours' },
  }),
  'sample',
);

const press = createPress({
  brandFolder: examplesFolder,
  ...(config.ok ? { config: config.value } : {}),
});

/** Null where the invoice cannot be read. */
function outputOf(body: unknown): Output | null {
  const viewed = viewOf({ body, origin: 'sample', path: '$' }, press);
  if (!viewed.ok) return null;
  const { view, invoice, settings } = viewed.value;
  const markup = fillTemplate(view, press.world(settings));
  return markup.ok ? { document: markup.value.html, csv: usageCsv(invoice, settings) } : null;
}

const outputs = sample.map(outputOf);

const places = sample.map((invoice) => placesOf(invoice));

/** Where any change of a field shows: every place of it in the samples is changed, in turn, in several ways. */
export function effectsOf(path: string): Effects {
  let [document, csv] = [false, false];
  sample.forEach((invoice, index) => {
    const own = (places[index] ?? []).filter((place) => place.path === path);
    for (const place of own.slice(0, MOST_PLACES)) {
      for (const changed of changesOf(invoice, place)) {
        const before = outputs[index];
        document ||= changed.document !== before?.document;
        csv ||= changed.csv !== before?.csv;
        if (document && csv) return;
      }
    }
  });
  return { document, csv };
}

function* changesOf(invoice: unknown, place: Place): Iterable<Output> {
  for (const value of otherValues(valueAt(invoice, place))) {
    const output = outputOf(withValue(invoice, place, value));
    if (output !== null) yield output;
  }
}
