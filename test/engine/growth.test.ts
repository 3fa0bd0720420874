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

const FEW = 1000;
const MANY = 4000;
const MANY_ROWS = 9000;

/** Tables of more than ten thousand rows measure each row twice, and keep less of it. */
const LONG = 11_000;

/** PLATEN_ROWS=50000 sets longer documents of every kind. */
const asked = process.env['PLATEN_ROWS'];

/** Time is not counted as exactly as work: garbage is collected, and the machine does other things too. */
const SLACK = 2.5;

/** Documents that are made of many like pieces. */
const DOCUMENTS: Readonly<Record<string, (rows: number) => string>> = {
  'rows of a table': (rows) =>
    `<table><thead><tr><th>a</th></tr></thead><tbody>${repeated(
      rows,
      (index) => `<tr><td>row ${index}</td><td>${index * 7} requests</td><td>${index}.00</td></tr>`,
    )}</tbody></table>`,
  'rows that cells tie together': (rows) =>
    `<table>${repeated(
      rows / 2,
      (index) =>
        `<tr><td rowspan="2">row ${index}</td><td>${index}.00</td></tr><tr><td>next</td></tr>`,
    )}</table>`,
  paragraphs: (rows) => repeated(rows, (index) => `<p>paragraph <b>${index}</b> of a text</p>`),
  'flex containers': (rows) =>
    repeated(
      rows,
      (index) =>
        `<div style="display: flex; gap: 4px"><div style="flex: 1">row ${index}</div><div>${index}.00</div></div>`,
    ),
  'boxes that are too small': (rows) =>
    repeated(rows, (index) => `<div style="height: 10px"><p>box ${index}</p><p>more</p></div>`),
};

const repeated = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');

interface Work {
  /** How often styles were read, and how many marks were placed. */
  readonly reads: number;
  readonly marks: number;
  /** Processor time, µs. */
  readonly time: number;
}

/** What the engine does for a document. */
function workFor(body: string): Work {
  const html = `<!doctype html><html lang="en"><title>t</title>${body}`;
  const begun = process.cpuUsage();
  const element = value(parseMarkup({ kind: 'markup', html, file: 'rows.html' }));
  const tree = value(buildBoxes(element, world));
  const reads = countReads(tree.root);
  const { pages } = value(paginate(value(layoutBoxes(tree, world.fonts))));
  const { user, system } = process.cpuUsage(begun);
  const marks = pages.reduce((sum, { items }) => sum + items.length, 0);
  return { reads: reads(), marks, time: user + system };
}

test.each(Object.entries(DOCUMENTS))(
  'the work of many %s grows with their number, not faster',
  (name, document) => {
    workFor(document(FEW));
    const most = Number(asked ?? (name === 'rows of a table' ? MANY_ROWS : MANY));
    expectLinear(document, FEW, most);
  },
  600_000,
);

test('the work of many rows of a very long table grows with their number, not faster', () => {
  const document = DOCUMENTS['rows of a table'] ?? String;
  workFor(document(FEW));
  expectLinear(document, LONG, 2 * LONG);
}, 600_000);

function expectLinear(document: (rows: number) => string, least: number, most: number): void {
  const few = workFor(document(least));
  const many = workFor(document(most));
  const times = most / least;
  expect(few.reads).toBeGreaterThan(1000);
  expect(many.reads / few.reads).toBeLessThan(times * 1.01);
  expect(many.marks / few.marks).toBeLessThan(times * 1.01);
  expect(many.time / few.time).toBeLessThan(times * SLACK);
}
