import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { success, type Outcome } from '../src/failure.ts';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import { renderInvoice, type ViewedInvoice } from '../src/pipeline.ts';
import { createPress } from '../src/press.ts';
import { manyLines } from './many-lines.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const ROWS = 2000;
const body = JSON.stringify(manyLines(ROWS));

/** Bytes in use for each row when pages begin to be drawn. */
function whileDrawing(
  read: () => Outcome<RawInvoice>,
  keep: (viewed: ViewedInvoice) => Outcome<unknown>,
): number {
  let used = 0;
  const press = createPress({
    observe(stage, work, ...args) {
      if (stage === 'draw') {
        collect();
        used = process.memoryUsage().heapUsed;
      }
      return work(...args);
    },
  });
  const rendered = renderInvoice({ read, press, keep });
  expect(rendered.ok).toBe(true);
  return used / ROWS;
}

const parse = (): RawInvoice => ({ body: JSON.parse(body) as unknown, origin: 'many', path: '$' });
const nothing = () => success(null);

/** Less than the body or the view of a row takes. */
const MUCH = 300;

test('a bill does not hold its body and its view while pages are drawn', () => {
  whileDrawing(() => success(parse()), nothing);
  const least = whileDrawing(() => success(parse()), nothing);
  const withView = whileDrawing(() => success(parse()), success);
  const held = parse();
  const withBody = whileDrawing(() => success(held), nothing);
  expect(withView - least).toBeGreaterThan(MUCH);
  expect(withBody - least).toBeGreaterThan(MUCH);
});
