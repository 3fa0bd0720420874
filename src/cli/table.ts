import type { OutcomeLine, RenderedLine } from './outcome-line.ts';
import { say } from './report.ts';

const HEAD = ['file', 'pages', 'bytes', 'amount due'] as const;

/** Print what was made, one file a line, and how many failed. */
export function printTable(lines: readonly OutcomeLine[]): void {
  const made = lines.filter((line): line is RenderedLine => line.status === 'ok');
  const rows = made.map((line) => [
    line.file,
    `${line.pages}`,
    `${line.bytes}`,
    `${line.amountDue} ${line.currency}`,
  ]);
  if (rows.length > 0) for (const row of align([HEAD, ...rows])) say(row);
  const count = lines.length - made.length;
  say(`${made.length} rendered${count === 0 ? '' : `, ${count} failed`}`);
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  '));
}
