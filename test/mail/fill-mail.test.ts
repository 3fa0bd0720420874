import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { readInvoices } from '../../src/fetch/read-invoices.ts';
import { fillMail } from '../../src/mail/fill-mail.ts';
import type { MailBody } from '../../src/mail/mail.ts';
import { viewOf, type ViewedInvoice } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';
import type { InvoiceView } from '../../src/view/invoice-view.ts';

const press = () => {
  const config = readConfig(readFileSync('examples/platen.config.json', 'utf8'), 'c');
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  return createPress({ config: config.value, brandFolder: 'examples' });
};

/** The first sample invoice as its templates see it. */
function sample(): ViewedInvoice {
  const raw = readInvoices(readFileSync('examples/amberflo-invoices.json'), 'samples');
  const first = raw.ok ? raw.value[0] : undefined;
  const viewed = first === undefined ? null : viewOf(first, press());
  if (viewed?.ok !== true) throw new Error(JSON.stringify(viewed));
  return viewed.value;
}

function filled(change: Partial<InvoiceView> = {}): MailBody {
  const { view, settings } = sample();
  const mail = fillMail({ ...view, ...change }, press().world(settings));
  if (!mail.ok) throw new Error(JSON.stringify(mail.failures));
  return mail.value;
}

test('the mail says who writes, how much is due and under which number', () => {
  const { view } = sample();
  const { subject, html, text } = filled();
  expect(subject).toBe(`${view.title} ${view.number} – ${view.brand.name}`);
  for (const words of [view.number, view.due.amount, view.due.sentence, view.seller.name]) {
    expect(html).toContain(words);
    expect(text).toContain(words);
  }
});

test('the page needs nothing that mail programs leave out: no style sheet, script, picture or link of its own', () => {
  const { html } = filled();
  expect(html).not.toMatch(/<(?:style|link|script|img|svg|form|iframe)\b/i);
  expect(html).not.toMatch(/var\(|url\(|@media|position:|flex|grid/i);
});

test('names with markup and line ends are text in the page and one line in the subject', () => {
  const { view } = sample();
  const { subject, html } = filled({
    number: 'A\r\nBcc: x@evil.example',
    brand: { ...view.brand, name: 'A & B <Co> “x”' },
    customer: { ...view.customer, name: '<script>alert(1)</script>' },
  });
  expect(subject).toBe(`${view.title} A Bcc: x@evil.example – A & B <Co> “x”`);
  expect(html).not.toContain('<script');
});

test('a page to pay on is linked in both bodies', () => {
  const { view } = sample();
  const { html, text } = filled({
    payment: { ...view.payment, link: 'https://pay.example/INV-1?a=1&b=2' },
  });
  expect(html).toContain('href="https://pay.example/INV-1?a&#x3D;1&amp;b&#x3D;2"');
  expect(text).toContain('https://pay.example/INV-1?a=1&b=2');
});
