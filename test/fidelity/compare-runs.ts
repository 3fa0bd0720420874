import type { TextRun } from './text-run.ts';

/** The largest distance between two layouts of one page, and where it is. */
export interface Deviation {
  readonly page: string;
  readonly px: number;
  readonly text: string;
}

/** Compare runs: the same words on the same lines, edges in px. Words that only one of both has are an infinite distance. */
export function compareRuns(page: string, ours: readonly TextRun[], theirs: readonly TextRun[]): Deviation {
  const left = byText(ours);
  const deviations = words(theirs).map((run) => {
    const same = left.get(run.text) ?? [];
    const nearest = same.toSorted((one, other) => distance(one, run) - distance(other, run))[0];
    if (!nearest) return { page, px: Infinity, text: `Chromium alone has “${run.text}” at ${edges(run)}` };
    same.splice(same.indexOf(nearest), 1);
    return { page, px: distance(nearest, run), text: describe(nearest, run) };
  });
  for (const run of [...left.values()].flat()) deviations.push({ page, px: Infinity, text: `Platen alone has “${run.text}” at ${edges(run)}` });
  const worst = deviations.reduce((most, one) => (one.px > most.px ? one : most), { page, px: 0, text: 'the same' });
  const lost = deviations.filter(({ px }) => px === Infinity).map(({ text }) => text);
  return lost.length > 0 ? { ...worst, text: lost.join('; ') } : worst;
}

function byText(runs: readonly TextRun[]): Map<string, TextRun[]> {
  const found = new Map<string, TextRun[]>();
  for (const run of words(runs)) found.set(run.text, [...(found.get(run.text) ?? []), run]);
  return found;
}

function words(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.map(trimmed).filter(({ text }) => text !== '');
}

/** Every white space is one space to a browser's ranges, and a soft hyphen is nothing but the hyphen it may show. */
function trimmed(run: TextRun): TextRun {
  return { ...run, text: run.text.replace(/\s/g, ' ').replace(/\u00ad/g, '').trim() };
}

function distance(a: TextRun, b: TextRun): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.width - b.width));
}

function edges({ x, y, width }: TextRun): string {
  return [x, y, width].map((edge) => edge.toFixed(2)).join(' ');
}

function describe(a: TextRun, b: TextRun): string {
  return `“${a.text}” at ${edges(a)}, in Chromium at ${edges(b)}`;
}

/** One line for each page, the worst first; where it is, only if it is seen. */
export function summary(deviations: readonly Deviation[]): string {
  const sorted = [...deviations].sort((a, b) => b.px - a.px || (a.page < b.page ? -1 : 1));
  return `\n${sorted.map(({ page, px, text }) => `${px.toFixed(2)} px  ${page}${px > 0.2 ? `  ${text}` : ''}\n`).join('')}`;
}
