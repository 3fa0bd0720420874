import { expect, test } from 'vitest';
import { writeCii } from '../../src/e-invoice/cii/write-cii.ts';
import { writeUbl } from '../../src/e-invoice/ubl/write-ubl.ts';
import { branch, leaf, xmlDocument } from '../../src/e-invoice/xml.ts';
import { credit, plain, rich } from './sample.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

test('text and attributes are escaped, and what XML cannot hold is replaced', () => {
  expect(leaf('a', 'x < y & "z" ]]> \r\u0001\ud800', { b: '<">' })).toBe(
    '<a b="&lt;&quot;&gt;">x &lt; y &amp; &quot;z&quot; ]]&gt; &#13;\ufffd\ufffd</a>',
  );
  expect(leaf('a', 'emoji \u{1f4a9} stays')).toBe('<a>emoji \u{1f4a9} stays</a>');
});

test('what is not there leaves no element', () => {
  expect(leaf('a', null) + leaf('a', '') + branch('b', leaf('a', null))).toBe('');
  expect(leaf('a', 'x', { b: null })).toBe('<a>x</a>');
});

test('a document is UTF-8 and says so', () => {
  expect(text(xmlDocument('a', { xmlns: 'urn:a' }, '<b/>'))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="urn:a"><b/></a>\n',
  );
});

test.each([
  ['CII', writeCii],
  ['UBL', writeUbl],
])('%s: equal invoices give equal bytes, and no element is empty', (_, write) => {
  expect(write(rich)).toEqual(write(structuredClone(rich)));
  expect(text(write(rich))).not.toMatch(/<([\w:]+)[^>]*><\/\1>/);
  expect(text(write(plain))).toContain('Käufer &amp; Söhne &lt;AG&gt;');
});

test('a credit note is a document of its own in UBL, with lines and a type of its own', () => {
  const xml = text(writeUbl(credit));
  expect(xml).toContain('<CreditNote xmlns=');
  expect(xml).toContain('<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>');
  expect(xml).toContain('<cac:CreditNoteLine>');
  expect(xml).not.toContain('cbc:DueDate>');
});
