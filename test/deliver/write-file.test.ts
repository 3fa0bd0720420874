import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/deliver/file-name.ts';
import { writePdf } from '../../src/deliver/write-file.ts';

const pdf = (text: string) => ({ kind: 'pdf', bytes: Buffer.from(text), pages: 1 }) as const;
const folder = () => mkdtempSync(join(tmpdir(), 'platen-write-'));

test('a new file is written, its folder made, and nothing else is left behind', () => {
  const root = folder();
  const written = writePdf(pdf('one'), join(root, 'a', 'b.pdf'), { force: false });
  expect(written).toMatchObject({ ok: true, value: { bytes: 3 } });
  expect(readdirSync(join(root, 'a'))).toEqual(['b.pdf']);
});

test('the same bytes again are fine', () => {
  const file = join(folder(), 'b.pdf');
  writePdf(pdf('one'), file, { force: false });
  expect(writePdf(pdf('one'), file, { force: false }).ok).toBe(true);
});

test('other bytes never replace a file unless they are forced', () => {
  const file = join(folder(), 'b.pdf');
  writeFileSync(file, 'mine');
  expect(writePdf(pdf('one'), file, { force: false })).toMatchObject({
    ok: false,
    failures: [{ stage: 'deliver', place: file }],
  });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(writePdf(pdf('one'), file, { force: true }).ok).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('one');
});

test('a place that cannot be written to is a failure with a hint', () => {
  const root = folder();
  writeFileSync(join(root, 'file'), '');
  chmodSync(root, 0o500);
  const outcome = writePdf(pdf('one'), join(root, 'file', 'b.pdf'), { force: false });
  expect(outcome).toMatchObject({
    ok: false,
    failures: [{ message: 'The file could not be written' }],
  });
});

test('numbers become names that every file system takes', () => {
  expect(fileNameOf('INV-20250930-1a2b3c4d')).toBe('INV-20250930-1a2b3c4d');
  expect(fileNameOf('2025/09 № 17')).toBe('2025-09-17');
  expect(fileNameOf('../../etc/passwd')).toBe('etc-passwd');
  expect(fileNameOf('')).toBe('invoice-');
  expect(fileNameOf('con')).toBe('invoice-con');
  expect(fileNameOf('請求書/1')).toBe('請求書-1');
  expect(fileNameOf('a'.repeat(500))).toHaveLength(120);
});
