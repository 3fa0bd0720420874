import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Failure, Outcome } from '../src/failure.ts';
import { renderInvoice, type RenderedInvoice } from '../src/pipeline.ts';
import type { Press } from '../src/press.ts';
import { checkLaws } from './laws.ts';
import { pageText } from './page-text.ts';
import { layOutView } from './lay-out-view.ts';
import { readCase } from './render-case.ts';
import { viewExcerpt } from './view-excerpt.ts';

const CASES = 'test/cases';

/** Some cases have many pages, and other programs may keep the machine busy. */
const PATIENCE = { timeout: 300_000 };

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
  test(
    'decides what view.txt says, prints what text.txt says and keeps every law',
    PATIENCE,
    async () => {
      const { press, raws } = readCase(name);
      let decided = '';
      let said = describeFailures('warning', raws.warnings);
      if (!raws.ok) said += describeFailures('failure', raws.failures);
      for (const raw of raws.ok ? raws.value : []) {
        const outcome = renderInvoice(raw, press);
        said += describeOutcome(outcome, press);
        if (!outcome.ok) continue;
        decided += viewExcerpt(outcome.value.view);
        await checkLaws(outcome.value, raw, press);
      }
      await expect(decided).toMatchFileSnapshot(join('cases', name, 'view.txt'));
      await expect(said).toMatchFileSnapshot(join('cases', name, 'text.txt'));
    },
  );
});
