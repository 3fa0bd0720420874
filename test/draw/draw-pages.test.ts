import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Tag } from '../../src/box/tag.ts';
import { drawPages } from '../../src/draw/draw-pages.ts';
import type { TextMark } from '../../src/layout/item.ts';
import { pageContents, pagesOf, readPdf, structureLines } from './read-pdf.ts';
import {
  at,
  BLUE,
  documentOf,
  drawn,
  inter,
  makeTag,
  openSample,
  rectMark,
  RED,
  shaped,
  textMark,
} from './sample.ts';

const document = makeTag('Document', 0, null);
const heading = makeTag('H1', 1, document);
const paragraph = makeTag('P', 2, document);
const everything = (bytes: Uint8Array): string =>
  [...readPdf(bytes).objects.values()].map(({ text }) => text).join('\n');

test('equal documents give equal bytes, and the identifier is a hash of them', () => {
  const make = (text: string) =>
    drawn(documentOf([at(10, 20, textMark(shaped(text), { tag: paragraph }))]));
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(digest(make('same'))).toBe(digest(make('same')));
  const id = (bytes: Uint8Array) => /\/ID\[<(\w+)>/.exec(readPdf(bytes).trailer)?.[1];
  expect(id(make('same'))).toMatch(/^[0-9a-f]{32}$/);
  expect(id(make('same'))).not.toBe(id(make('other')));
});

test('pages are asked for one at a time, and nothing of earlier documents reaches the file', () => {
  const words = (text: string) => [at(10, 20, textMark(shaped(text), { tag: paragraph }))];
  const whole = documentOf(words('first'), words('second'));
  const alone = drawn(whole);
  drawn(documentOf(words('Something else, drawn before: ÄÖÜ 123')));
  function* pages() {
    yield* whole.pages;
  }
  const outcome = drawPages({ ...whole, pages: pages() });
  expect(outcome.ok && outcome.value.pages).toBe(2);
  expect(outcome.ok && Buffer.compare(outcome.value.bytes, alone)).toBe(0);
});

test('the page is its size in points and its content in CSS px from the top left corner', () => {
  const pdf = readPdf(drawn(documentOf([at(40, 100, rectMark({ background: RED }))])));
  // 793.7 px × 0.75 = 595.275 pt; 1122.5 px × 0.75 = 841.875 pt
  expect(pagesOf(pdf)[0]).toContain('/MediaBox[0 0 595.275 841.875]');
  expect(pageContents(pdf)[0]).toBe(
    '0.75 0 0 -0.75 0 841.875 cm\n/Artifact BMC\n1 0 0 rg\n40 100 100 50 re\nf\nEMC\n',
  );
});

test('text of one element is one sequence; positions are relative and never drift', () => {
  const line = (y: number) => at(10.1, y, textMark(shaped('ab'), { tag: paragraph }));
  const [content = ''] = pageContents(
    readPdf(drawn(documentOf([line(0), line(20.05), line(40.1)]))),
  );
  expect(content.match(/BDC/g)).toHaveLength(1);
  expect(content).toContain('/P<</MCID 0>>BDC\n0 0 0 rg\n/F1 16 Tf\n1 0 0 -1 10.1 16 Tm\n');
  expect(content.match(/Td/g)).toHaveLength(2);
  expect(content.match(/0 -20.05 Td/g)).toHaveLength(2);
});

/** Words side by side, each moved right by so much from where the one before ends. */
function wordsApart(gap: number): string {
  let x = 10;
  const items = ['To ', 'Ty ', 'AV'].map((text) => {
    const mark = textMark(shaped(text), { tag: paragraph });
    const placed = at(x, 0, mark);
    x += mark.width + gap;
    return placed;
  });
  return pageContents(readPdf(drawn(documentOf(items))))[0] ?? '';
}

test('words that stand side by side are one string', () => {
  expect(wordsApart(0).match(/T[jJ]\n/g)).toHaveLength(1);
  expect(wordsApart(0)).not.toContain('Td');
});

test('what a layout rounds moves the pen within the string, and does not add up', () => {
  const moves = [0, 0.1].map((gap) => {
    const numbers = [...wordsApart(gap).matchAll(/\)(-?\d+)\(/g)].map(([, by]) => Number(by));
    return numbers.reduce((sum, by) => sum + by, 0);
  });
  // Twice 0.1 px of 16 px are 12.5 thousandths to the right.
  expect((moves[0] ?? 0) - (moves[1] ?? 0)).toBeGreaterThanOrEqual(12);
  expect((moves[0] ?? 0) - (moves[1] ?? 0)).toBeLessThanOrEqual(13);
});

test('words further apart are strings of their own', () => {
  expect(wordsApart(1).match(/T[jJ]\n/g)).toHaveLength(3);
  expect(wordsApart(-1).match(/T[jJ]\n/g)).toHaveLength(3);
});

test('text objects and marked content lie within each other, whatever comes between', () => {
  const word = (y: number, tag: Tag | null) => at(0, y, textMark(shaped('ab'), { tag }));
  const rect = at(0, 0, rectMark({ background: RED }));
  const items = [
    word(0, paragraph),
    rect,
    word(20, paragraph),
    word(40, heading),
    word(60, null),
    rect,
    word(80, null),
    word(100, heading),
  ];
  const [content = ''] = pageContents(readPdf(drawn(documentOf(items))));
  const open: string[] = [];
  for (const [, operator = ''] of content.matchAll(/(BT|ET|BMC|BDC|EMC|Tj|Td|re)\n/g)) {
    if (/^B/.test(operator)) open.push(operator.slice(0, 2));
    if (operator === 'ET') expect(open.pop()).toBe('BT');
    if (operator === 'EMC') expect(open.pop()).toMatch(/BM|BD/);
    if (/^T/.test(operator)) expect(open).toContain('BT');
    if (operator === 're') expect(open).not.toContain('BT');
  }
  expect(open).toEqual([]);
  expect(content).not.toContain('BT\nET');
});

test('colours and opacity are set when they change, not for every mark', () => {
  const items = [RED, RED, BLUE, { ...BLUE, alpha: 0.5 }].map((background, index) =>
    at(0, index * 60, rectMark({ background })),
  );
  const [content = ''] = pageContents(readPdf(drawn(documentOf(items))));
  expect(content.match(/rg/g)).toHaveLength(2);
  expect(content.match(/gs/g)).toHaveLength(1);
});

test('the structure tree follows the document, whatever the order of painting', () => {
  const list = makeTag('L', 3, document);
  const items = [
    at(0, 40, textMark(shaped('item'), { tag: makeTag('LI', 4, list) })),
    at(0, 0, textMark(shaped('title'), { tag: heading })),
    at(0, 20, textMark(shaped('words'), { tag: paragraph })),
  ];
  expect(structureLines(readPdf(drawn(documentOf(items))))).toEqual([
    'Document',
    '  H1',
    '  P',
    '  L',
    '    LI',
  ]);
});

test('words of an element stay where they are between the elements in it', () => {
  const span = makeTag('Span', 3, paragraph);
  const words = (x: number, text: string, tag = paragraph) =>
    at(x, 0, textMark(shaped(text), { tag }));
  const pdf = readPdf(
    drawn(documentOf([words(0, 'one '), words(30, 'two', span), words(60, 'three')])),
  );
  const element = [...pdf.objects.values()].find(({ text }) => text.startsWith('<</S/P/'))?.text;
  expect(element).toMatch(/\/K\[0 \d+ 0 R 2\]/);
});

test('an element that goes on overleaf has content on both pages', () => {
  const page = () => [at(0, 0, textMark(shaped('words'), { tag: paragraph }))];
  const pdf = readPdf(drawn(documentOf(page(), page())));
  const element = [...pdf.objects.values()].find(({ text }) => text.startsWith('<</S/P/'))?.text;
  expect(element).toMatch(/\/Pg (\d+) 0 R\/K\[0 <<\/Type\/MCR\/Pg (?!\1 )\d+ 0 R\/MCID 0>>\]/);
  expect(pagesOf(pdf).map((text) => /\/StructParents (\d)/.exec(text)?.[1])).toEqual(['0', '1']);
});

test('what comes again is an artifact and leaves no element', () => {
  const mark = textMark(shaped('Head'), { tag: heading });
  const pdf = readPdf(drawn(documentOf([at(0, 0, mark, { original: false })])));
  expect(pageContents(pdf)[0]).toContain('/Artifact<</Type/Pagination>>BDC');
  expect(structureLines(pdf)).toEqual([]);
});

/** The font program of a page with these words. */
function programOf(text: string, face = inter, features: readonly string[] = []): string {
  const run = shaped(text, face, { features });
  const pdf = readPdf(drawn(documentOf([at(0, 0, textMark(run))])));
  const file = [...pdf.objects.values()].find((object) => object.text.includes('/Length1'));
  return Buffer.from(file?.stream ?? []).toString('base64');
}

test('equal letters make equal font programs, in whatever order they come', () => {
  expect(programOf('Invoice 12')).not.toBe('');
  expect(programOf('21 Ivnoiec')).toBe(programOf('Invoice 12'));
  expect(programOf('Invoice 13')).not.toBe(programOf('Invoice 12'));
});

test('a program that was kept is that of a face that has kept none, and few are kept', () => {
  const fresh = openSample('inter/400Regular/Inter_400Regular.ttf');
  const kept = programOf('Invoice 12');
  expect(programOf('Invoice 12', fresh)).toBe(kept);
  for (let code = 0x21; code < 0x7f; code++) programOf(String.fromCharCode(code), fresh);
  expect(fresh.programs?.size).toBe(64);
  expect(programOf('Invoice 12', fresh)).toBe(kept);
});

test('digits come together once some are shown, and so do letters: bills share a program', () => {
  expect(programOf('Total 1,024.50')).toBe(programOf('Total 987.36'));
  expect(programOf('1,024', inter, ['tnum'])).toBe(programOf('36.87', inter, ['tnum']));
  expect(programOf('Total 102')).not.toBe(programOf('Total 9'));
  const most = 'abcdefghijklmn';
  expect(programOf(most)).toBe(programOf(`${most}opqrstuvwxyz`));
  expect(programOf(most.toUpperCase())).toBe(programOf('NOPQRSTUVWXYZABCDEFGHIJKLM'));
  expect(programOf('abc')).not.toBe(programOf('abcd'));
});

/** What the codes of a page's font say. */
function mapOf(text: string, { face = inter, features = [] as string[] } = {}): string {
  const run = shaped(text, face, { features });
  const pdf = readPdf(drawn(documentOf([at(0, 0, textMark(run))])));
  const maps = [...pdf.objects.values()].map(({ stream }) => stream?.toString('latin1') ?? '');
  return maps.find((map) => map.includes('begincmap')) ?? '';
}

test('basic characters and other glyphs for digits are said in the same ranges by all files', () => {
  const map = mapOf('Invoice');
  expect(map).toContain('<0001> <005F> <0020>\n<0060> <007F> <0020>\n');
  expect(map).not.toContain('beginbfchar');
  expect(mapOf('12 EUR', { features: ['tnum'] })).toBe(map);
});

test('a map that was kept is that of a face that has kept none, and few are kept', () => {
  const fresh = openSample('inter/400Regular/Inter_400Regular.ttf');
  const kept = mapOf('\u00c4gio');
  expect(kept).toContain('<0080> <00C4>');
  expect(mapOf('\u00d6gio')).toContain('<0080> <00D6>');
  expect(mapOf('\u00c4gio')).toBe(kept);
  expect(mapOf('\u00c4gio', { face: fresh })).toBe(kept);
  for (let code = 0xc0; code < 0x17f; code++) mapOf(String.fromCharCode(code), { face: fresh });
  expect(fresh.maps?.size).toBe(64);
});

test('a space ends text that nothing joins on', () => {
  const word = (x: number, y: number, text: string) =>
    at(x, y, textMark(shaped(text), { tag: paragraph }));
  const first = textMark(shaped('bold'));
  // The space has the first code of each font. A word in two styles is one word, in one string where it fits.
  const spaces = (items: ReturnType<typeof word>[]) => {
    const [content = ''] = pageContents(readPdf(drawn(documentOf([word(0, 90, 'ab '), ...items]))));
    const shown = content.split('Tj\n').slice(1);
    return shown.map((text) => text.endsWith('\0\x01)'));
  };
  expect(spaces([word(0, 0, 'bold'), word(first.width, 0, 'er')])).toEqual([true, false]);
  expect(spaces([word(0, 0, 'bold'), word(0, 20, 'er')])).toEqual([true, true, false]);
});

test('a table says what its cells are', () => {
  const table = makeTag('Table', 1, document);
  const row = makeTag('TR', 2, table);
  const cell = { scope: null, columnSpan: 1, rowSpan: 1, headers: [] };
  const head = makeTag('TH', 3, row, { cell: { ...cell, scope: 'Column', columnSpan: 2 } });
  const data = makeTag('TD', 4, row, { cell: { ...cell, headers: [3, 99], rowSpan: 3 } });
  const items = [head, data].map((tag, x) => at(x * 90, 0, textMark(shaped('x'), { tag })));
  const all = everything(drawn(documentOf(items)));
  expect(all).toContain('/ID(e000000003)/A<</O/Table/Scope/Column/ColSpan 2>>');
  expect(all).toContain('/A<</O/Table/RowSpan 3/Headers[(e000000003)]>>');
  expect(all).toMatch(/\/IDTree <<\/Names\[\(e000000003\)\d+ 0 R\]>>/);
});

test('a link has an annotation for each line, in points, with words of its own', () => {
  const link = makeTag('Link', 3, paragraph, { link: 'https://pay.example/ä?a=(1)' });
  const part = (y: number): TextMark & { y: number } => ({
    ...textMark(shaped('pay'), { tag: link, width: 30, height: 20 }),
    y,
  });
  const items = [part(0), part(30)].map((mark) => at(40, mark.y, mark));
  const all = everything(drawn(documentOf(items)));
  // 40 px = 30 pt; 70 px = 52.5 pt; the page is 841.875 pt high and 20 px are 15 pt
  expect(all).toContain('/Rect[30 826.875 52.5 841.875]');
  expect(all).toContain('/Rect[30 804.375 52.5 819.375]');
  expect(all).toContain('/URI(https://pay.example/%C3%A4?a=\\(1\\))');
  // h t t p s
  expect(all).toContain('/Contents<FEFF00680074007400700073');
  expect(all.match(/\/Type\/OBJR/g)).toHaveLength(2);
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', '#total', ''])(
  'a link to %j leads nowhere and is no Link',
  (target) => {
    const link = makeTag('Link', 3, paragraph, { link: target });
    const all = everything(drawn(documentOf([at(0, 0, textMark(shaped('x'), { tag: link }))])));
    expect(all).toContain('/S/Span');
    expect(all).not.toContain('/Annot');
  },
);

test('metadata are escaped, cleaned and free of the clock', () => {
  const pdf = readPdf(
    drawn({
      ...documentOf([]),
      title: 'Käufer & <Söhne>\u0000 GmbH',
      meta: { author: 'A & B', date: '2026-11-01T10:00:00+02:00' },
    }),
  );
  const streams = [...pdf.objects.values()].map(({ stream }) => stream?.toString('utf8') ?? '');
  const xmp = streams.find((text) => text.includes('xpacket')) ?? '';
  expect(xmp).toContain('<rdf:li xml:lang="x-default">Käufer &amp; &lt;Söhne&gt; GmbH</rdf:li>');
  expect(xmp).toContain('<rdf:li>A &amp; B</rdf:li>');
  expect(xmp).toContain('<xmp:CreateDate>2026-11-01T08:00:00Z</xmp:CreateDate>');
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
});

test.each([['2026-11-01T10:00'], ['2026-13-77'], ['yesterday'], ['']])(
  'the date %j needs no zone',
  (date) => {
    const all = everything(drawn({ ...documentOf([]), meta: { date } }));
    expect(all).toContain(
      date.startsWith('2026-11') ? '(D:20261101100000Z)' : '(D:19700101000000Z)',
    );
  },
);

test('a document without pages, title or content is still a file', () => {
  const pdf = readPdf(drawn({ pages: [], language: '', title: '', meta: {} }));
  expect(pagesOf(pdf)).toEqual([]);
  expect([...pdf.objects.values()].some(({ text }) => text.includes('(Untitled)'))).toBe(true);
});

test('more objects than one object stream holds are all found again', () => {
  const cells = Array.from({ length: 1200 }, (_, index) =>
    at(0, index, textMark(shaped('x'), { tag: makeTag('P', index + 10, document) })),
  );
  const lines = structureLines(readPdf(drawn(documentOf(cells))));
  expect(lines.filter((line) => line === '  P')).toHaveLength(1200);
});
