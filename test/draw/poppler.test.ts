import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arabic, at, documentOf, drawn, makeTag, shaped, textMark } from './sample.ts';

function has(program: string, argument: string): boolean {
  return spawnSync(program, [argument]).error === undefined;
}

const poppler = has('pdftotext', '-v');
const qpdf = has('qpdf', '--version');
const root = makeTag('Document', 0, null);
const words = makeTag('P', 1, root);
const LINES = ['Offices 7.17 – waffle, Söhne & Co', '3x4 -> 12 (fi) \\ ffl', 'AVATAR To. Ty. P.'];

function sampleFile(): string {
  const lines = LINES.map((line, index) =>
    at(40, 40 + index * 30, textMark(shaped(line), { tag: words })),
  );
  const rightwards = shaped('السلام عليكم لا', arabic, {
    script: 'Arab',
    direction: 'rtl',
    language: 'ar',
  });
  const spaced = textMark(shaped('Wide words'), { tag: words, letterSpacing: 2, wordSpacing: 4 });
  const items = [
    ...lines,
    at(40, 140, spaced),
    at(40, 180, textMark(rightwards, { tag: makeTag('P', 2, root), language: 'ar' })),
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'platen-draw-')), 'sample.pdf');
  writeFileSync(file, drawn(documentOf(items)));
  return file;
}

test.skipIf(!poppler)('text reads as printed (skipped: no pdftotext)', () => {
  const text = execFileSync('pdftotext', ['-layout', sampleFile(), '-']).toString();
  const read = text.split('\n').map((line) => line.replace(/[\u202a-\u202e\f]/g, '').trim());
  expect(read.filter((line) => line !== '')).toEqual([...LINES, 'Wide words', 'السلام عليكم لا']);
});

test.skipIf(!qpdf)('the file is whole (skipped: no qpdf)', () => {
  const check = spawnSync('qpdf', ['--check', sampleFile()]);
  expect(check.stdout.toString()).toContain('No syntax or stream encoding errors found');
  expect(check.status).toBe(0);
});
