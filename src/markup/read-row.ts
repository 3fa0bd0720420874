import { append, type Draft } from './draft.ts';
import type { Node } from './element.ts';
import { learnRow } from './learn-row.ts';
import { PatternedRow } from './patterned-row.ts';
import { flushText, type Reader } from './reader.ts';
import { endOfRow } from './row-pattern.ts';
import { DEPTH_LIMIT, WARNING_LIMIT } from './tree-builder.ts';

const T = 0x74;
const R = 0x72;

/** Most patterns that are tried; a template has few kinds of rows. */
const MOST_PATTERNS = 16;

/** Whether the tag that begins here may be that of a row. */
export function maybeRow(html: string, start: number): boolean {
  return html.charCodeAt(start + 1) === T && html.charCodeAt(start + 2) === R;
}

/** The end of the row that begins here, if it is written like an earlier one; -1 where its tags have to be read. */
export function readRow(reader: Reader, start: number): number {
  const { rows, builder } = reader;
  flushText(reader);
  const group = openGroup(reader);
  const end = group ? readPatterned(reader, group, start) : -1;
  if (end >= 0) return end;
  rows.start = start;
  rows.warnings = builder.warnings.length;
  return -1;
}

function readPatterned({ html, rows }: Reader, group: Draft, start: number): number {
  const { patterns } = rows;
  for (const [index, pattern] of patterns.entries()) {
    const end = endOfRow(html, pattern, start);
    if (end < 0) continue;
    patterns.copyWithin(1, 0, index);
    patterns[0] = pattern;
    append(group, new PatternedRow(pattern, html, start));
    return end;
  }
  return -1;
}

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** The group that a row stands in which begins now, as it would if its tags were read; undefined elsewhere. */
function openGroup({ builder: { open }, svgDepth }: Reader): Draft | undefined {
  if (svgDepth > 0) return undefined;
  const innermost = open.at(-1);
  const isGroup = GROUPS.has(innermost?.name ?? '') && open.length < DEPTH_LIMIT - 2;
  return isGroup ? innermost : undefined;
}

/** A row has ended here: others may be written like it, unless something in it was warned of. */
export function endRow(reader: Reader, end: number): void {
  const { html, rows, builder } = reader;
  const group = openGroup(reader);
  const row = group && lastNode(group.content);
  if (row?.kind !== 'element' || row.name !== 'tr' || row.source !== rows.start) return;
  if (builder.warnings.length > rows.warnings || builder.warnings.length >= WARNING_LIMIT) return;
  const pattern = learnRow(html, row, end);
  if (pattern === null) return;
  rows.patterns.unshift(pattern);
  rows.patterns.length = Math.min(rows.patterns.length, MOST_PATTERNS);
}

const lastNode = (content: string | readonly Node[]): Node | undefined =>
  typeof content === 'string' ? undefined : content.at(-1);
