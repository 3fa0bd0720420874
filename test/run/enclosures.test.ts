import { expect, test } from 'vitest';
import type { InvoiceRow, MailRow } from '../../src/ledger/rows.ts';
import { enclosedObjects, enclosuresOf, keptEnclosures } from '../../src/run/enclosures.ts';
import { writeLetter } from '../../src/run/write-letter.ts';

const file = (name: string, mime: string, text: string) => ({
  name,
  mime,
  relationship: 'Data' as const,
  description: '',
  bytes: Buffer.from(text),
  hybrid: null,
});

const inside = [file('factur-x.xml', 'text/xml', '<x/>'), file('usage.csv', 'text/csv', 'a,b')];
const pdf = { key: '2026-10/acme/INV-1-r2.pdf', retention: null };

test('what the letter asks for is archived beside the PDF, and nothing else', () => {
  expect(enclosuresOf(inside, { attach: ['pdf'] })).toEqual([]);
  expect(enclosuresOf([], { attach: ['pdf', 'xml', 'csv'] })).toEqual([]);
  const enclosures = enclosuresOf(inside, { attach: ['csv', 'xml'] });
  expect(enclosedObjects(pdf, enclosures)).toMatchObject([
    { key: '2026-10/acme/INV-1-r2.xml', contentType: 'text/xml', retention: null },
    { key: '2026-10/acme/INV-1-r2.csv', contentType: 'text/csv' },
  ]);
});

test('the mail has the files that the letter asks for, under the invoice’s name', () => {
  const enclosed = keptEnclosures(pdf, enclosuresOf(inside, { attach: ['xml'] }));
  const settings = { send: true, from: 'b@a.example', fromName: '', replyTo: '', cc: [], bcc: [] };
  const names = (attach: readonly ('pdf' | 'xml' | 'csv')[]) =>
    writeLetter({
      invoice: {
        uri: 'u',
        revision: 2,
        run: 'r',
        invoice: 'i',
        facts: { number: 'INV/1' },
      } as InvoiceRow,
      mail: { recipient: 'ap@acme.example' } as MailRow,
      letter: {
        recipients: [],
        to: [],
        letter: { ...settings, attach },
        locale: 'en',
        nobody: null,
        body: { subject: '', html: '', text: '' },
        enclosed,
      },
      written: new Date(0),
      files: [Buffer.from('%PDF'), Buffer.from('<x/>')],
    }).attachments.map(({ name, contentType }) => `${name} ${contentType}`);
  expect(names(['pdf', 'xml'])).toEqual(['INV-1.pdf application/pdf', 'INV-1.xml text/xml']);
  expect(names(['pdf'])).toEqual(['INV-1.pdf application/pdf']);
  expect(names(['xml', 'csv'])).toEqual(['INV-1.xml text/xml']);
});
