import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../src/attachment.ts';
import { readPdf } from './read-pdf.ts';
import { at, documentOf, drawn, makeTag, shaped, textMark } from './sample.ts';

const root = makeTag('Document', 0, null);
const paragraph = makeTag('P', 1, root);
const page = () => documentOf([at(10, 10, textMark(shaped('Invoice'), { tag: paragraph }))]);

const xml: Attachment = {
  name: 'factur-x.xml',
  mime: 'text/xml',
  relationship: 'Alternative',
  description: 'Käufer & Söhne (1)',
  bytes: Buffer.from('<a>Käufer &amp; Söhne</a>\n', 'utf8'),
  hybrid: { level: 'EN 16931', version: '1.0' },
};
const csv: Attachment = {
  ...xml,
  name: 'Usage.csv',
  mime: 'text/csv',
  relationship: 'Source',
  bytes: Buffer.from('a,b\r\n1,2\r\n'),
  hybrid: null,
};

function texts(bytes: Uint8Array): readonly string[] {
  return [...readPdf(bytes).objects.values()].map(({ text }) => text);
}

test('a file carries its size, its MD5 as 16 bytes and the date of the document', () => {
  const [file] = texts(drawn(page(), { attachments: [xml] })).filter((text) =>
    text.includes('/EmbeddedFile/'),
  );
  const md5 = createHash('md5').update(xml.bytes).digest('hex');
  expect(file).toContain('/Subtype/text#2Fxml');
  expect(file).toContain(`/Params<</Size ${xml.bytes.length}/CheckSum<${md5}>`);
  expect(file).toContain('/CreationDate(D:20261101000000Z)/ModDate(D:20261101000000Z)');
});

test('a file is tied to the document, with its relationship, under both of its names', () => {
  const all = texts(drawn(page(), { attachments: [xml] }));
  const [specification] = all.filter((text) => text.includes('/Type/Filespec'));
  expect(specification).toMatch(
    /\/AFRelationship\/Alternative\/F\(factur-x\.xml\)\/UF\(factur-x\.xml\)\/Desc<FEFF.*>\/EF<<\/F (\d+) 0 R\/UF \1 0 R>>>>$/,
  );
  expect(all.filter((text) => /\/Type \/Catalog[^]*\/AF \[\d+ 0 R\]/.test(text))).toHaveLength(1);
});

test('names stand in the order of their bytes, files in the order given', () => {
  const all = texts(drawn(page(), { attachments: [xml, csv] }));
  const names = all.find((text) => text.includes('EmbeddedFiles'));
  expect(names).toMatch(/\/Names\[\(Usage\.csv\)\d+ 0 R\(factur-x\.xml\)\d+ 0 R\]/);
});

test('metadata name the file of a hybrid invoice, and describe the names that they use', () => {
  const xmp = Buffer.from(drawn(page(), { attachments: [csv, xml] })).toString('latin1');
  expect(xmp).toContain('<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>');
  expect(xmp).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
  expect(xmp).toContain('<pdfaSchema:prefix>fx</pdfaSchema:prefix>');
  expect(Buffer.from(drawn(page(), { attachments: [csv] })).toString('latin1')).not.toContain(
    'fx:',
  );
});

test('without attachments nothing of them is there, and equal attachments give equal bytes', () => {
  expect(drawn(page(), { attachments: [] })).toEqual(drawn(page()));
  expect(texts(drawn(page())).join()).not.toMatch(/\/AF |EmbeddedFile/);
  const once = drawn(page(), { attachments: [xml, csv] });
  expect(drawn(page(), { attachments: [xml, csv] })).toEqual(once);
});

describe.skipIf(!existsSync('/usr/bin/pdfdetach'))('pdfdetach (skipped where it is absent)', () => {
  test('gives every file back, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'platen-attach-'));
    const file = join(folder, 'a.pdf');
    writeFileSync(file, drawn(page(), { attachments: [xml, csv] }));
    execFileSync('pdfdetach', ['-saveall', '-o', folder, file]);
    for (const { name, bytes } of [xml, csv]) {
      expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
    }
  });
});
