import { expect, test } from 'vitest';
import { buildBoxes } from '../../src/box/build-boxes.ts';
import type { Outcome } from '../../src/failure.ts';
import { layoutBoxes } from '../../src/layout/layout-boxes.ts';
import { parseMarkup } from '../../src/markup/parse-markup.ts';
import { paginate } from '../../src/paginate/paginate.ts';
import { createPress } from '../../src/press.ts';

const world = createPress().pageWorld(null);

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** Count how often the style of any box is read from now on. */
function countReads(root: object): () => number {
  let reads = 0;
  const visit = (node: object): void => {
    for (const [key, child] of Object.entries(node)) {
      if (key === 'style') countStyle(node, child);
      else if (key !== 'tag' && typeof child === 'object' && child !== null) visit(child);
    }
  };
  const countStyle = (node: object, style: unknown): void => {
    const get = (): unknown => ((reads += 1), style);
    Object.defineProperty(node, 'style', { get, enumerable: true });
  };
  visit(root);
  return () => reads;
}

/** What the engine does for a table of so many rows: styles read and marks placed. */
function workFor(rows: number): { readonly reads: number; readonly marks: number } {
  const row = (_: unknown, index: number): string =>
    `<tr><td>row ${index}</td><td>${index * 7} requests</td><td>${index}.00</td></tr>`;
  const body = Array.from({ length: rows }, row).join('');
  const html = `<!doctype html><html lang="en"><title>t</title><table><thead><tr><th>a</th></tr></thead><tbody>${body}</tbody></table>`;
  const element = value(parseMarkup({ kind: 'markup', html, file: 'rows.html' }));
  const tree = value(buildBoxes(element, world));
  const reads = countReads(tree.root);
  const { pages } = value(paginate(value(layoutBoxes(tree, world.fonts))));
  return { reads: reads(), marks: pages.reduce((sum, { items }) => sum + items.length, 0) };
}

test('the work grows with the rows of a table, not faster', () => {
  const few = workFor(1000);
  const many = workFor(4000);
  expect(few.reads).toBeGreaterThan(1000);
  expect(many.reads / few.reads).toBeLessThan(4.05);
  expect(many.marks / few.marks).toBeLessThan(4.05);
});
