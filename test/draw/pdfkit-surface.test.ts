import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { OUTPUT_PROFILE } from '../../src/draw/output-intent.ts';
import { PdfWriter } from '../../src/draw/writer.ts';

interface Surface {
  readonly _root: { readonly data: Record<string, { data: Record<string, unknown> }> };
  readonly _offsets: (number | null)[];
  readonly _offset: number;
  readonly _id: Uint8Array;
  ref(data: object): Record<string, unknown>;
}

function open(): PDFKit.PDFDocument & Surface {
  const options = { autoFirstPage: false, tagged: true, pdfVersion: '1.7', subset: 'PDF/A-3a' };
  return new PDFDocument({ ...options, ...({ font: null } as object) } as object) as never;
}

const METHODS = [
  '_write',
  '_refEnd',
  '_finalize',
  '_addInfo',
  '_importSubset',
  'appendXML',
  'endMarkings',
  'endAcroForm',
  'flushPages',
];

test.each(METHODS)('pdfkit still has the method %s that the writer overrides or calls', (name) => {
  expect(
    (PDFDocument as unknown as { prototype: Record<string, unknown> }).prototype[name],
  ).toBeTypeOf('function');
});

test('pdfkit still numbers objects by the length of _offsets', () => {
  const document = open();
  const before = document._offsets.length;
  expect(document.ref({}).id).toBe(before + 1);
  expect(document._offsets).toHaveLength(before + 1);
  expect(document._offset).toBeGreaterThan(0);
});

test('a reference still has the fields that the writer fills', () => {
  const reference = open().ref({});
  expect(reference).toMatchObject({ gen: 0, data: {}, buffer: [], compress: true });
});

test('the catalogue still holds the root of the pages, which pdfkit ends', () => {
  const root = open()._root.data['Pages'] as unknown as { data: object; end: unknown };
  expect(root.data).toEqual({ Type: 'Pages', Count: 0, Kids: [] });
  expect(String(root)).toMatch(/^\d+ 0 R$/);
  expect(root.end).toBeTypeOf('function');
});

test('a tagged document still has a structure root among the catalogue entries', () => {
  const root = open()._root.data;
  expect(root['StructTreeRoot']?.data).toMatchObject({ Type: 'StructTreeRoot' });
  expect(root['MarkInfo']?.data).toEqual({ Marked: true });
  expect(open()._id).toBeInstanceOf(Uint8Array);
});

test('the catalogue still holds a dictionary of name trees that pdfkit ends', () => {
  const names = open()._root.data['Names'] as unknown as { data: object; end: unknown };
  expect(names.data).toEqual({ Dests: expect.anything() });
  expect(names.end).toBeTypeOf('function');
});

test('pdfkit writes an object in the pieces that the writer packs: head, dictionary, endobj', () => {
  const pieces: string[] = [];
  const document = open();
  Object.assign(document, { _write: (piece: string) => pieces.push(piece) });
  (document.ref({ A: 1 }) as unknown as { end(): void }).end();
  expect(pieces).toEqual([expect.stringMatching(/^\d+ 0 obj$/), '<<\n/A 1\n>>', 'endobj']);
});

test('pdfkit still carries an sRGB profile for screens and hands it to an object', () => {
  const profile = Buffer.from(inflateSync(OUTPUT_PROFILE)).toString('latin1');
  expect(profile).toHaveLength(Buffer.from(profile, 'latin1').readUInt32BE(0));
  expect(profile.slice(12, 24)).toBe('mntrRGB XYZ ');
});

test('the writer of the colour space is among what pdfkit imports for PDF/A', () => {
  expect(Object.keys(open())).toContain('_addColorOutputIntent');
});

test('an object that was reserved and never written is a mistake that is told', () => {
  const metadata = { title: 'T', author: null, subject: null, language: 'en' };
  const writer = new PdfWriter({ ...metadata, date: new Date(0), hybrid: null });
  const id = writer.reserve();
  expect(() => writer.finish()).toThrow(`object ${String(id)} was reserved and never written`);
});
