import { plainPage } from './plain-page.mjs';
import { printedPage } from './printed-page.mjs';
import { billOf } from './bill.mjs';
import { makeInvoice } from './make-invoice.mjs';
import { viewOf } from '../dist/pipeline.js';

/**
 * One document in the forms that renderers take: Amberflo's JSON for Platen, the filled template for Chromium, plain HTML
 * for WeasyPrint, the bill as data for all others; and the words that have to be found in the file.
 */
export function makeDocument(rows, options, press) {
  const body = makeInvoice(rows, options);
  const viewed = viewOf({ body, origin: 'invoice', path: '$' }, press);
  if (!viewed.ok) throw new Error(JSON.stringify(viewed.failures));
  const { view, settings } = viewed.value;
  const bill = billOf(view);
  const inputs = {
    invoice: JSON.stringify(body),
    bill: JSON.stringify(bill),
    page: printedPage(view, press.world(settings)),
    plain: plainPage(bill),
  };
  return { inputs, words: wordsOf(bill) };
}

/** Every text that has to be found in the document again. */
function wordsOf(bill) {
  const rows = bill.tables.flatMap(({ rows }) => rows);
  const cells = rows.flatMap(({ label, notes, cells }) => [label, ...notes, ...cells]);
  const facts = bill.facts.flatMap(({ label, value }) => [label, value]);
  const parties = bill.parties.flatMap(({ name, lines }) => [name, ...lines]);
  const heads = bill.tables.flatMap(({ title, heads }) => [title, ...heads]);
  return [bill.title, bill.number, bill.due, ...parties, ...facts, ...heads, ...cells, bill.notes];
}
