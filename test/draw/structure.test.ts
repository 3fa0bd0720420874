import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printHtml } from '../../src/index.ts';
import { renderCase } from '../render-case.ts';
import { pagesOf, readPdf, structureLines } from './read-pdf.ts';

/** Neighbours that are equal, with all that is in them, as one with their number. */
function counted(lines: readonly string[]): readonly string[] {
  const blocks = blocksOf(lines);
  const kept: string[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index] ?? [];
    let last = index;
    while (String(blocks[last + 1] ?? []) === String(block)) last++;
    const [head = '', ...inside] = block;
    kept.push(last > index ? `${head} ×${last - index + 1}` : head, ...counted(inside));
    index = last + 1;
  }
  return kept;
}

/** Lines of one depth, each with the deeper ones behind it. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const depthOf = (line: string) => line.length - line.trimStart().length;
  const depth = depthOf(lines[0] ?? '');
  const blocks: string[][] = [];
  for (const line of lines) {
    if (depthOf(line) === depth) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

describe('the structure tree', () => {
  test.each(['september', 'language-ar', 'plan-fees-only'])('of %s', async (name) => {
    const [outcome] = renderCase(name);
    if (!outcome?.ok) throw new Error('not rendered');
    const tree = counted(structureLines(readPdf(outcome.value.pdf.bytes)));
    const golden = join('structure', `${name}.txt`);
    await expect(`${tree.join('\n')}\n`).toMatchFileSnapshot(golden);
  });

  test('cells of a table of nine pages point to heads, which stand in the tree once', () => {
    const row = (index: number) =>
      `<tr><th id="r${index}">Row ${index}</th><td headers="a r${index}">${index}</td></tr>`;
    const rows = Array.from({ length: 500 }, (_, index) => row(index)).join('');
    const html = `<title>T</title><table><thead><tr><th>Name</th><th id="a">EUR</th></tr></thead><tbody>${rows}</tbody></table>`;
    const printed = printHtml(html);
    if (!printed.ok) throw new Error('not printed');
    const pdf = readPdf(printed.value.bytes);
    expect(pagesOf(pdf).length).toBeGreaterThanOrEqual(9);
    const texts = [...pdf.objects.values()].map(({ text }) => text);
    const cells = texts.filter((text) => text.startsWith('<</S/TD'));
    const names = new Set(
      texts.flatMap((text) => /^<<\/S\/TH.*\/ID\((\w+)\)/.exec(text)?.[1] ?? []),
    );
    const pointed = cells.map((text) => /\/Headers\[((?:\(\w+\))+)\]/.exec(text)?.[1] ?? '');
    expect(cells).toHaveLength(500);
    expect(texts.filter((text) => text.startsWith('<</S/THead'))).toHaveLength(1);
    for (const list of pointed) {
      const targets = [...list.matchAll(/\((\w+)\)/g)].map(([, name = '']) => name);
      expect(targets).toHaveLength(2);
      expect(targets.every((name) => names.has(name))).toBe(true);
    }
  });
});
