import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginContent, endContent } from '../../src/draw/content.ts';
import { showRun, type RunSetting } from '../../src/draw/encode-run.ts';
import { beginStructure } from '../../src/draw/structure.ts';
import { beginFont, textOf, type UsedFont } from '../../src/draw/used-fonts.ts';
import type { PdfWriter } from '../../src/draw/writer.ts';
import type { Face, GlyphRun } from '../../src/font/face.ts';
import { arabic, inter, shaped } from './sample.ts';

const PLAIN: RunSetting = { size: 10, letterSpacing: 0, wordSpacing: 0, space: null };

/** A font whose glyph g is written as the character g and is 500 wide, of a face of 1000 units to the em. */
function fontFor(face: Face): UsedFont {
  const font = beginFont(face, 1, 'F1');
  for (let glyph = 1; glyph < 128; glyph++) {
    font.byCode[glyph] = glyph;
    font.tables.codes[glyph] = glyph;
    font.tables.widths[glyph] = 500;
  }
  return font;
}

const withoutBasic: Face = { ...inter };
delete (withoutBasic as { basic?: unknown }).basic;
const thousand: Face = {
  ...withoutBasic,
  metrics: { ...inter.metrics, unitsPerEm: 1000 },
  covers: () => false,
  compounds: false,
};

function runOf(text: string, changes: Partial<GlyphRun> = {}): GlyphRun {
  const chars = [...text];
  return {
    face: thousand,
    text,
    glyphs: chars.map((char) => char.charCodeAt(0)),
    advances: chars.map(() => 500),
    offsets: null,
    clusters: chars.map((_, index) => index),
    direction: 'ltr',
    width: 500 * chars.length,
    ...changes,
  };
}

function encode(
  run: GlyphRun,
  setting: Partial<RunSetting> = {},
  font: UsedFont = fontFor(run.face),
): string {
  const names = { alpha: () => ({ name: 'A', id: 1 }) };
  const structure = beginStructure({} as PdfWriter);
  const content = beginContent({ structure, page: 1, form: null, owners: [] }, names);
  showRun(content, font, run, { ...PLAIN, ...setting });
  return Buffer.from(endContent(content)).toString('latin1').replaceAll('\0', '');
}

test('a run whose advances are those of the font is one string', () => {
  expect(encode(runOf('abc'))).toBe('(abc)Tj\n');
});

test('kerning is a number between strings: an advance 40 smaller moves the next glyph 40 to the left', () => {
  expect(encode(runOf('abc', { advances: [460, 500, 500] }))).toBe('[(a)40(bc)]TJ\n');
});

test('parts of a thousandth add up and are not lost', () => {
  // 0.3 + 0.3 = 0.6 is noticed after two glyphs and leaves -0.4; two more make 0.2, the fifth 0.5
  expect(encode(runOf('abcdef', { advances: Array(6).fill(500.3) }))).toBe(
    '[(ab)-1(cde)-1(f)]TJ\n',
  );
});

test('letter spacing is its operator, px; word spacing of 2 px at 10 px is 200 thousandths', () => {
  expect(encode(runOf('a b'), { letterSpacing: 0.5, wordSpacing: 2 })).toBe(
    '0.5 Tc\n[(a )-200(b)]TJ\n',
  );
});

test('letters more than 0.08 em apart are spelled as words', () => {
  expect(encode(runOf('ab c'), { letterSpacing: 1 })).toBe(
    '1 Tc\n/Span<</ActualText<FEFF00610062>>>BDC\n(ab)Tj\nEMC\n( )Tj\n' +
      '/Span<</ActualText<FEFF0063>>>BDC\n(c)Tj\nEMC\n',
  );
});

test('letter spacing comes after a cluster, not within it', () => {
  const run = runOf('abc', { clusters: [0, 0, 2] });
  expect(encode(run, { letterSpacing: 0.5 })).toBe('[(ab)-50(c)]TJ\n');
});

test('a glyph off the line is moved there and back', () => {
  const run = runOf('ab', { offsets: [0, 0, -100, 200], advances: [500, 0] });
  // 200 thousandths up at 10 px are 2 px; 100 to the left before the glyph
  expect(encode(run)).toBe('(a)Tj\n2 Ts\n[100(b)]TJ\n0 Ts\n');
});

test('a ligature says all of its characters, by the glyph alone', () => {
  const run = runOf('ffi', { glyphs: [70], advances: [500], clusters: [0] });
  expect(encode(run)).toBe('(F)Tj\n');
  const font = fontFor(thousand);
  encode(run, {}, font);
  expect(textOf(font, 70)).toBe('ffi');
});

test('a glyph that stands for another text than before is spelled', () => {
  const run = runOf('axb', { glyphs: [97, 97, 98] });
  // 'x' is U+0078
  expect(encode(run)).toBe('(a)Tj\n/Span<</ActualText<FEFF0078>>>BDC\n(a)Tj\nEMC\n(b)Tj\n');
});

test('several glyphs for one text are spelled unless they say it one by one', () => {
  const split = runOf('é', { glyphs: [101, 39], advances: [500, 0], clusters: [0, 0] });
  expect(encode(split)).toContain('/ActualText<FEFF00E9>');
  const pair = runOf('ab', { glyphs: [97, 98], advances: [500, 500], clusters: [0, 0] });
  expect(encode(pair)).toBe('(ab)Tj\n');
});

test('a run from right to left is told as such, its space at its left', () => {
  const run = runOf('אב', { glyphs: [98, 97], clusters: [1, 0], direction: 'rtl' });
  expect(encode(run)).toBe('/ReversedChars BMC\n(ba)Tj\nEMC\n');
  expect(encode(run, { space: 32 })).toBe('/ReversedChars BMC\n[500( ba)]TJ\nEMC\n');
});

test('letters that are forced to run leftwards are spelled in the order of the text', () => {
  const run = runOf('ab', { glyphs: [98, 97], clusters: [1, 0], direction: 'rtl' });
  expect(encode(run)).toBe('/Span<</ActualText<FEFF00610062>>>BDC\n(ba)Tj\nEMC\n');
});

test('code points of the private use area are spelled', () => {
  const run = runOf('a\ue000', { glyphs: [97, 98] });
  expect(encode(run)).toBe('(a)Tj\n/Span<</ActualText<FEFFE000>>>BDC\n(b)Tj\nEMC\n');
  const font = fontFor(thousand);
  encode(run, {}, font);
  expect(textOf(font, 98)).toBe('\ufffd');
});

/** Where the pen ends, by what the operators say. */
function penAfter(operators: string): number {
  let pen = 0;
  for (const [, shown, number] of operators.matchAll(/\(((?:\\.|[^\\)])*)\)|(-?\d+)(?=[([\]])/gs)) {
    if (number !== undefined) pen -= Number(number);
    pen += (shown ?? '').replace(/\\(.)/gs, '$1').length * 500;
  }
  return pen;
}

test('the pen is never a thousandth of an em away from where the shaper has it', () => {
  const advances = fc.array(fc.double({ min: 0, max: 1500, noNaN: true }), {
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(advances, (list) => {
      const run = runOf('a'.repeat(list.length), { advances: list });
      const shaped = list.slice(0, -1).reduce((sum, advance) => sum + advance, 500);
      expect(Math.abs(penAfter(encode(run)) - shaped)).toBeLessThan(1);
    }),
  );
});

test('every glyph of real text has a meaning in the file', () => {
  const runs = [
    shaped('Offices 7.17 – fi ffl é'),
    shaped('word'),
    shaped('السلام عليكم لا', arabic, { script: 'Arab', direction: 'rtl', language: 'ar' }),
  ];
  for (const run of runs) {
    const font = beginFont(run.face, 1, 'F1');
    encode(run, { space: font.space }, font);
    const mute = font.byCode.filter((glyph) => glyph !== 0 && textOf(font, glyph) === undefined);
    expect(mute).toEqual([]);
  }
});
