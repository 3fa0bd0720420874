import { failure } from '../failure.ts';
import { issueNumber } from '../ledger/issue-number.ts';
import type { RenderInput } from '../ledger/record-render.ts';
import type { Parts } from './parts.ts';
import type { RenderAnswer, RenderTask } from './task.ts';

/**
 * Render an invoice with the number that it has or now gets. Where the ledger gives out numbers an invoice is rendered
 * without one first, so that none is lost to an invoice that fails or is left out. Null: it has changed meanwhile.
 */
export async function renderNumbered(
  input: RenderInput,
  parts: Parts,
): Promise<RenderAnswer | null> {
  const { issued, row } = input;
  const answer = await attempt(taskOf(input, issued?.value ?? 'open'), parts);
  if (answer.kind !== 'rendered') return answer;
  if (issued !== null)
    return issued.series === answer.series ? answer : otherSeries(input, answer.series);
  if (answer.series === null) return answer;
  const value = await issueNumber(parts.ledger, row, answer.series);
  return value === null ? null : attempt(taskOf(input, value), parts);
}

function taskOf(
  { row, gzip, customerFacts, replacedNumber }: RenderInput,
  sequence: RenderTask['sequence'],
): RenderTask {
  const { uri: origin, customer, revision } = row;
  return { gzip, origin, customer, customerFacts, revision, replaces: replacedNumber, sequence };
}

/** Where the process that renders ends over an invoice, another one gets it once more; then it is the invoice. */
async function attempt(task: RenderTask, { renderer }: Parts): Promise<RenderAnswer> {
  try {
    return await renderer.render(task);
  } catch {
    return renderer.render(task).catch((error: unknown) => brokeDown(task, error));
  }
}

function brokeDown({ origin }: RenderTask, error: unknown): RenderAnswer {
  const found = error instanceof Error ? error.message : String(error);
  const why = failure(
    'run',
    origin,
    'Rendering this invoice ended the process that did it, twice',
    {
      expected: 'a rendering within run.memory and run.renderSeconds',
      found,
      hint: 'Raise the one that it needs more of, and start the run again.',
    },
  );
  return { kind: 'failed', failures: [why] };
}

/** A number that was given out would be missing in its series. */
function otherSeries({ row, issued }: RenderInput, series: string | null): RenderAnswer {
  const why = failure('run', row.uri, 'This invoice has a number of another series already', {
    expected: `number ${issued?.value} of ${issued?.series}`,
    found: series === null ? 'a pattern without {sequence}' : `a number of ${series}`,
    hint: 'Set the number pattern back, for this customer at least, until the invoice is archived.',
  });
  return { kind: 'failed', failures: [why] };
}
