import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Failure, Outcome } from '../src/failure.ts';
import type { PagedDocument } from '../src/paginate/page.ts';
import { renderWhole, type RenderedInvoice } from './render-whole.ts';
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

function describeOutcome(
  outcome: Outcome<RenderedInvoice>,
  document: PagedDocument | null,
): string {
  const warnings = describeFailures('warning', outcome.warnings);
  if (!outcome.ok) return warnings + describeFailures('failure', outcome.failures);
  return `${outcome.value.view.number}\n${warnings}${document === null ? '' : pageText(document)}`;
}

/** What the other process is to print of each case. */
const digests = new Map<string, string>();

/** Places are left out: the package is given bodies, which do not know their place in a file. */
function digestOf(name: string, outcome: Outcome<RenderedInvoice>): string {
  const made = outcome.ok
    ? outcome.value.pdf.bytes
    : JSON.stringify(outcome.failures.map(({ message, found }) => [message, found]));
  return `${name} ${createHash('sha256').update(made).digest('hex')}\n`;
}

describe.each(readdirSync(CASES))('%s', (name) => {
  test(
    'decides what view.txt says, prints what text.txt says and keeps every law',
    PATIENCE,
    async () => {
      const { press, raws } = readCase(name);
      let decided = '';
      let digest = '';
      let said = describeFailures('warning', raws.warnings);
      if (!raws.ok) said += describeFailures('failure', raws.failures);
      for (const raw of raws.ok ? raws.value : []) {
        const outcome = renderWhole(raw, press);
        const document = outcome.ok ? layOutView(outcome.value, press) : null;
        said += describeOutcome(outcome, document);
        digest += digestOf(name, outcome);
        if (!outcome.ok || document === null) continue;
        decided += viewExcerpt(outcome.value.view);
        await checkLaws({ rendered: outcome.value, document, raw, press });
      }
      digests.set(name, digest);
      await expect(decided).toMatchFileSnapshot(join('cases', name, 'view.txt'));
      await expect(said).toMatchFileSnapshot(join('cases', name, 'text.txt'));
    },
  );
});

/** Whether the built package is of the sources as they are. */
function isBuilt(): boolean {
  if (!existsSync('dist/index.js')) return false;
  const built = statSync('dist/index.js').mtimeMs;
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return sources.every((name) => statSync(join('src', name)).mtimeMs < built);
}

const built = isBuilt();

test.skipIf(!built)(
  `the built package gives the same bytes in another time zone and locale, process and thread${built ? '' : ' (skipped: npm run build)'}`,
  PATIENCE,
  async () => {
    const surroundings = { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const env = { PATH: process.env['PATH'] ?? '', ...surroundings };
    const script = ['test/hash-cases.mjs', ...digests.keys()];
    const { stdout } = await promisify(execFile)(process.execPath, script, { env });
    expect(digests.size).toBeGreaterThan(0);
    expect(stdout).toBe([...digests.values()].join(''));
  },
);
