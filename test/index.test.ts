import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPress, renderInvoice, renderInvoices } from '../src/index.ts';
import { shortGroups } from '../src/pipeline.ts';
import { examplesFolder } from '../src/press.ts';

const press = createPress();
const samples = JSON.parse(
  readFileSync(join(examplesFolder, 'amberflo-invoices.json'), 'utf8'),
) as readonly unknown[];

test('an invoice is rendered from its JSON as from what was parsed of it', () => {
  const [body] = samples;
  const [parsed, text] = [renderInvoice(body, press), renderInvoice(JSON.stringify(body), press)];
  if (!parsed.ok || !text.ok) throw new Error(JSON.stringify([parsed, text]));
  expect(Buffer.compare(parsed.value.pdf.bytes, text.value.pdf.bytes)).toBe(0);
  expect({ ...text.value, pdf: null }).toEqual({ ...parsed.value, pdf: null });
});

test('what a document says of itself comes with it', () => {
  const rendered = renderInvoice(samples[0], press);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failures));
  const { pdf, attachments, ...facts } = rendered.value;
  expect({ ...facts, pages: pdf.pages, files: attachments.length }).toMatchInlineSnapshot(`
    {
      "currency": "EUR",
      "customerName": "cus-halden-robotics",
      "date": "2025-11-01",
      "due": "14.51",
      "files": 0,
      "gross": "271.10",
      "invoiceUri": "payments/invoices/account_id=4182/customer_id=cus-halden-robotics/product_id=1/product_plan_id=7f3b5a52-0c1e-4f86-9a64-2d6f1f0e5b11/year=2025/month=10/day=01",
      "net": "271.10",
      "number": "INV-20251031-4daf81f6",
      "pages": 2,
      "tax": "0.00",
    }
  `);
});

test('a text that is no JSON is a failure with its place', () => {
  const rendered = renderInvoice('{"invoiceKey": ]', press);
  const [failure] = rendered.ok ? [] : rendered.failures;
  expect(failure).toMatchObject({ stage: 'fetch', place: 'invoice:1:16', found: '"]"' });
});

test('many invoices come out as each would alone, in order, with a bad one among them', () => {
  const texts = [...samples, 'no JSON', { invoiceKey: null }].flatMap((body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return [text, text, text];
  });
  const alone = texts.map((text) => renderInvoice(text, press));
  expect(alone.filter(({ ok }) => !ok).length).toBe(6);
  expect([...renderInvoices(texts, press)]).toEqual(alone);
});

test('many invoices are read while they are asked for, few at a time', () => {
  const text = JSON.stringify(samples[0]);
  const count = { read: 0 };
  function* bodies() {
    for (;;) {
      count.read += 1;
      yield text;
    }
  }
  const outcomes = renderInvoices(bodies(), press);
  expect(outcomes.next().value).toMatchObject({ ok: true });
  expect(count.read).toBe(16);
  for (let taken = 1; taken < 17; taken += 1) outcomes.next();
  expect(count.read).toBe(32);
});

test('a long invoice goes alone, between groups of short ones', () => {
  const bodies = ['a', 'b', 'L', 'M', ...'cdefghijklmnopqrst', 'L', 'u'];
  const groups = [...shortGroups(bodies, (body) => (body < 'a' ? 24 * 1024 + 1 : 24 * 1024))];
  expect(groups.map((group) => group.join(''))).toEqual([
    ...['ab', 'L', 'M', 'cdefghijklmnopqr', 'st', 'L', 'u'],
  ]);
});

test('a long invoice is rendered before the next one is read', () => {
  const long = JSON.stringify(samples[0]) + ' '.repeat(24 * 1024);
  const count = { read: 0 };
  function* bodies() {
    for (;;) {
      count.read += 1;
      yield long;
    }
  }
  renderInvoices(bodies(), press).next();
  expect(count.read).toBe(1);
});
