import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import type { Failure, Outcome } from '../src/failure.ts';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import { readInvoices } from '../src/fetch/read-invoices.ts';
import { renderInvoice, type RenderedInvoice } from '../src/pipeline.ts';
import { createPress, examplesFolder, type Press } from '../src/press.ts';
import { deepFreeze } from './deep-freeze.ts';
import { checkLaws } from './laws.ts';
import { pageText } from './page-text.ts';
import { layOutView } from './lay-out-view.ts';

const CASES = 'test/cases';
const sample = join(examplesFolder, 'platen.config.json');

/** A case: `invoice.json`, `config.json` where the sample account does not do, and `text.txt`: all that is said of it. */
function readCase(name: string): {
  readonly press: Press;
  readonly raws: Outcome<readonly RawInvoice[]>;
} {
  const own = join(CASES, name, 'config.json');
  const file = existsSync(own) ? own : sample;
  const config = readConfig(readFileSync(file, 'utf8'), file);
  if (!config.ok) throw new Error(JSON.stringify(config.failures, null, 2));
  const press = createPress({ config: deepFreeze(config.value), brandFolder: examplesFolder });
  return {
    press,
    raws: readInvoices(readFileSync(join(CASES, name, 'invoice.json')), 'invoice.json'),
  };
}

function describeFailures(kind: string, failures: readonly Failure[]): string {
  const sentence = ({ place, message, expected, found }: Failure) =>
    `${kind}: ${place}: ${message}${expected ? `, expected ${expected}` : ''}${found ? `, found ${found}` : ''}\n`;
  return failures.map(sentence).join('');
}

function describeOutcome(outcome: Outcome<RenderedInvoice>, press: Press): string {
  const warnings = describeFailures('warning', outcome.warnings);
  if (!outcome.ok) return warnings + describeFailures('failure', outcome.failures);
  return `${outcome.value.view.number}\n${warnings}${pageText(layOutView(outcome.value, press))}`;
}

describe.each(readdirSync(CASES))('%s', (name) => {
  test('says what text.txt says and keeps every law', async () => {
    const { press, raws } = readCase(name);
    let said = describeFailures('warning', raws.warnings);
    if (!raws.ok) said += describeFailures('failure', raws.failures);
    for (const raw of raws.ok ? raws.value : []) {
      const outcome = renderInvoice(deepFreeze(raw), press);
      said += describeOutcome(outcome, press);
      if (outcome.ok) await checkLaws(outcome.value, raw, press);
    }
    await expect(said).toMatchFileSnapshot(join('cases', name, 'text.txt'));
  });
});
