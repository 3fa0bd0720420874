import { gzipSync } from 'node:zlib';
import type { RunRequest } from '../run/execute-run.ts';
import { openRenderPool } from '../run/render-pool.ts';
import { answerOf, customersOf, keepRecords, type CustomerAnswer } from '../run/source.ts';
import type { RenderAnswer, Renderer } from '../run/task.ts';
import { EXIT } from './exit-code.ts';
import type { LoadedConfig } from './load-config.ts';
import { openAmberflo } from './open-amberflo.ts';
import { poolOf } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';
import type { ReportOptions } from './run-report.ts';

/** `platen run --dry-run`: fetch and render, keep nothing, and say what a run would do with each invoice. */
export async function rehearse(
  request: RunRequest,
  loaded: LoadedConfig,
  options: ReportOptions,
): Promise<number> {
  const amberflo = openAmberflo(loaded, keepRecords().keep);
  if (!amberflo.ok) {
    reportAll('error', amberflo.failures);
    return EXIT.usage;
  }
  const { config, folder } = loaded;
  const renderer = openRenderPool({ config, brandFolder: folder }, poolOf(config));
  let failures = 0;
  try {
    for await (const one of customersOf(amberflo.value, request.customers)) {
      if ('missing' in one) {
        say(visible(`failed: ${one.missing}: Amberflo knows no such customer`));
        failures += 1;
      } else if (!one.ok) {
        reportAll('error', one.failures);
        return EXIT.unreachable;
      } else {
        const answer = await answerOf(amberflo.value, one.value, request.period);
        failures += await rehearseCustomer(answer, renderer, options);
      }
    }
  } finally {
    await renderer.close();
    await amberflo.value.close();
  }
  say('This was a rehearsal: nothing was kept, archived or mailed.');
  return failures > 0 ? EXIT.someFailed : EXIT.ok;
}

async function rehearseCustomer(
  { id, body, invoices, failures }: CustomerAnswer,
  renderer: Renderer,
  options: ReportOptions,
): Promise<number> {
  reportAll('error', failures);
  const tasks = invoices.map(({ bytes, origin }) => ({
    ...{
      gzip: gzipSync(bytes, { level: 1 }),
      origin,
      customer: id,
      customerFacts: body,
      revision: 1,
      replaces: null,
      sequence: 'open' as const,
    },
  }));
  const answers = await Promise.all(tasks.map((task) => renderer.render(task)));
  for (const answer of answers) announce(id, answer, options);
  return failures.length + answers.filter(({ kind }) => kind === 'failed').length;
}

function announce(customer: string, answer: RenderAnswer, { quiet }: ReportOptions): void {
  if (answer.kind === 'failed') {
    say(visible(`would fail: ${customer}`));
    reportAll('error', answer.failures);
  } else if (quiet !== true) say(visible(`${customer}: ${plan(answer)}`));
}

function plan(answer: Exclude<RenderAnswer, { kind: 'failed' }>): string {
  if (answer.kind === 'skipped') return `would be skipped: ${answer.reason}`;
  const { facts, mail } = answer;
  const { nobody, recipients } = mail;
  const mailed = nobody === null ? `mailed to ${recipients.join(', ')}` : `not mailed: ${nobody}`;
  return `${facts.number}, ${facts.due} ${facts.currency}: would be archived and ${mailed}`;
}
