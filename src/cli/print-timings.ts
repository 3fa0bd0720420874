import type { Stage } from '../failure.ts';
import { COUNTED } from './count-work.ts';
import type { OutcomeLine } from './outcome-line.ts';
import { say } from './report.ts';
import type { Tally } from './tally.ts';

/** The stages of a rendering, in the order of the flow; `box` has the styles in it, `draw` the signature. */
const STAGES: readonly Stage[] = [
  ...(['fetch', 'invoice', 'document', 'tax', 'view', 'e-invoice', 'template', 'markup'] as const),
  ...(['box', 'layout', 'paginate', 'draw', 'deliver'] as const),
];

/** What `--timings` says, in milliseconds and numbers of things; with `--json` they are a line of their own, the last one. */
export interface Timings {
  readonly invoices: number;
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** The sums in order, milliseconds with two places. */
export function timingsOf({ milliseconds, counts }: Tally, lines: readonly OutcomeLine[]): Timings {
  const invoices = lines.filter(({ status }) => status === 'ok').length;
  const rounded = (time = 0) => Math.round(time * 100) / 100;
  return {
    invoices,
    milliseconds: Object.fromEntries(STAGES.map((name) => [name, rounded(milliseconds[name])])),
    counts: Object.fromEntries(COUNTED.map((name) => [name, counts[name] ?? 0])),
  };
}

/** Print a small table: stages with their milliseconds and their share, then what was counted; or all of it as JSON. */
export function sayTimings(timings: Timings, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ timings })}\n`);
  else printTable(timings);
}

function printTable({ invoices, milliseconds, counts }: Timings): void {
  const all = Object.values(milliseconds).reduce((sum, time) => sum + time, 0);
  const times = Object.entries({ ...milliseconds, all });
  const share = (time: number) => ((100 * time) / (all || 1)).toFixed(1);
  sayRow(['stage', 'ms', '%']);
  for (const [name, time] of times) sayRow([name, time.toFixed(2), share(time)]);
  for (const [name, count] of Object.entries({ invoices, ...counts })) sayRow([name, `${count}`]);
}

function sayRow([name, value, share = '']: readonly [string, string, string?]): void {
  say(`${name.padEnd(10)}${value.padStart(12)}${share.padStart(8)}`.trimEnd());
}
