import type { TextRun } from './text-run.ts';

/** The largest distance between two layouts of one page, and where it is. */
export interface Deviation {
  readonly page: string;
  readonly px: number;
  readonly text: string;
}

/** Compare runs in reading order: same words on the same lines, edges in px. Another break is an infinite distance. */
export function compareRuns(page: string, ours: readonly TextRun[], theirs: readonly TextRun[]): Deviation {
  const a = joined(ours);
  const b = joined(theirs);
  const lost = a.length === b.length ? -1 : Math.min(a.length, b.length);
  const different = a.findIndex((run, index) => run.text !== b[index]?.text);
  const first = different >= 0 ? different : lost;
  if (first >= 0) return { page, px: Infinity, text: `“${a[first]?.text ?? ''}” where Chromium has “${b[first]?.text ?? ''}”` };
  const deviations = a.map((run, index) => ({ page, px: distance(run, b[index] ?? run), text: describe(run, b[index] ?? run) }));
  return deviations.reduce((most, one) => (one.px > most.px ? one : most), { page, px: 0, text: 'the same' });
}

/** Sort by line and place, and join pieces that touch: where text nodes end is not a matter of layout. */
function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const visible = runs.filter(({ text }) => text.trim() !== '').map(trimmed).filter(({ text }) => text !== '');
  return [...visible].sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x);
}

/** Every white space is one space to a browser's ranges, and a soft hyphen is nothing but the hyphen it may show. */
function trimmed(run: TextRun): TextRun {
  return { ...run, text: run.text.replace(/\s/g, ' ').replace(/\u00ad/g, '').trim() };
}

function distance(a: TextRun, b: TextRun): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.width - b.width));
}

function describe(a: TextRun, b: TextRun): string {
  const edges = ({ x, y, width }: TextRun) => [x, y, width].map((edge) => edge.toFixed(2)).join(' ');
  return `“${a.text}” at ${edges(a)}, in Chromium at ${edges(b)}`;
}

/** One line for each page, the worst first; where it is, only if it is seen. */
export function summary(deviations: readonly Deviation[]): string {
  const sorted = [...deviations].sort((a, b) => b.px - a.px || (a.page < b.page ? -1 : 1));
  return sorted.map(({ page, px, text }) => `${px.toFixed(2)} px  ${page}${px > 0.2 ? `  ${text}` : ''}\n`).join('');
}
