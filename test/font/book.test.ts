import { expect, test } from 'vitest';
import { createFontBook } from '../../src/font/create-font-book.ts';
import type { FaceStretch, FontBook } from '../../src/font/font-book.ts';
import { LAST_RESORT_KEY } from '../../src/font/last-resort.ts';
import { ARABIC, book, catalogue, fontBytes, INTER, LATIN, readFontFile } from './fonts.ts';

const { fonts } = book();

/** Stretches as `text:face`. */
function cut(
  text: string,
  families: readonly string[] = ['Inter'],
  within: FontBook = fonts,
): string[] {
  const stretches = within.itemize(text, within.stack(families, 400, 'normal'));
  return stretches.map(({ text: part, face }: FaceStretch) => `${part}:${face?.key ?? 'none'}`);
}

test('a stack is made once and its primary face is the first family that is there', () => {
  const stack = fonts.stack(['No Such', 'inter', 'Noto Sans'], 400, 'normal');
  expect(stack.primary.key).toBe('Inter-Regular');
  expect(fonts.stack(['No Such', 'inter', 'Noto Sans'], 400, 'normal')).toBe(stack);
  expect(fonts.stack(['Inter'], 700, 'italic').primary.key).toBe('Inter-BoldItalic');
});

test.each([
  ['sans-serif', 'Inter-Regular'],
  ['MONOSPACE', 'Inter-Regular'],
  ['Noto Sans Hebrew', 'NotoSansHebrew-Regular'],
  ['Never Heard Of', 'Inter-Regular'],
])('the family %s begins with %s', (family, key) => {
  expect(fonts.stack([family], 400, 'normal').primary.key).toBe(key);
});

test('has() knows families and generic names, but none whose package is missing', () => {
  expect(['Inter', 'inter ', 'sans-serif'].map((name) => fonts.has(name))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['Noto Sans JP', 'Arial', 'constructor'].map((name) => fonts.has(name))).toEqual([
    false,
    false,
    false,
  ]);
});

test('whether a family is there opens the file that text is most likely to need, and no other', () => {
  const fresh = book();
  expect(fresh.fonts.has('Inter')).toBe(true);
  fresh.fonts.stack(['Inter'], 400, 'normal');
  expect(fresh.files).toEqual(['@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf']);
});

test('ASCII is one stretch and opens no file but the primary one', () => {
  const fresh = book();
  expect(cut('Total due: 1,234.56 USD\t(net)', ['Inter'], fresh.fonts)).toHaveLength(1);
  expect(fresh.files).toEqual(['@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf']);
});

test('Hebrew text opens the Hebrew face and no other', () => {
  const fresh = book();
  cut('שלום', ['Inter'], fresh.fonts);
  expect(fresh.files).toEqual([
    '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  ]);
});

test('each character is drawn by the first face that has it, as Chromium does it', () => {
  expect(cut('Total مرحبا 12')).toEqual([
    'Total :Inter-Regular',
    'مرحبا:NotoSansArabic-Regular',
    ' 12:Inter-Regular',
  ]);
  expect(cut('ไทย हिन्दी')).toEqual([
    'ไทย:NotoSansThai-Regular',
    ' :Inter-Regular',
    'हिन्दी:NotoSansDevanagari-Regular',
  ]);
});

test('a character of no script that only fallback faces have stays with the face before it', () => {
  // The danda has no script; Noto Sans comes before Noto Sans Devanagari and would have it too.
  expect(cut('हिन्दी।')).toEqual(['हिन्दी।:NotoSansDevanagari-Regular']);
});

test('marks, joiners and variation selectors stay with their base', () => {
  expect(cut('e\u0301')).toEqual(['e\u0301:Inter-Regular']);
  expect(cut('שָׁ')).toEqual(['שָׁ:NotoSansHebrew-Regular']);
  expect(cut('a\ufe0fb\u200dc')).toEqual(['a\ufe0fb\u200dc:Inter-Regular']);
  expect(cut('👩‍👩‍👧🇩🇪!')).toEqual(['👩‍👩‍👧🇩🇪:none', '!:Inter-Regular']);
});

test('characters that no face has are a stretch of their own', () => {
  expect(cut('a請求b')).toEqual(['a:Inter-Regular', '請求:none', 'b:Inter-Regular']);
  expect(cut('\u{f1234}')).toEqual(['\u{f1234}:none']);
});

test.each([
  ['soft hyphen', 'a\u00adb'],
  ['zero width space', 'a\u200bb'],
  ['bidi controls', '\u2066a\u2069\u200f'],
  ['controls', 'a\n\tb\u0085'],
  ['no-break spaces', '1\u00a0000\u202f000\u2007'],
  ['no-break hyphen', 'a\u2011b'],
])('never missing: %s', (_, text) => {
  expect(cut(text)).toEqual([`${text}:Inter-Regular`]);
});

test('controls among other scripts do not cut', () => {
  expect(cut('\u2067שלום\u2069')).toEqual(['\u2067שלום\u2069:NotoSansHebrew-Regular']);
});

test('the stretches always add up to the text, even of half surrogate pairs', () => {
  const text = 'a\ud83d\u0301\udc00 ب\ufe0f\u200d字\u{1f1e9}';
  const stretches = fonts.itemize(text, fonts.stack(['Inter'], 400, 'normal'));
  expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
});

test('missing characters name the package to add', () => {
  expect(fonts.remedy('請求')).toBe(
    'Add the font package @expo-google-fonts/noto-sans-sc or @expo-google-fonts/noto-sans-tc ' +
      'or @expo-google-fonts/noto-sans-jp or @expo-google-fonts/noto-sans-kr.',
  );
  expect(fonts.remedy('ひ')).toBe('Add the font package @expo-google-fonts/noto-sans-jp.');
  expect(fonts.remedy('😀')).toBe('Add the font package @expo-google-fonts/noto-emoji.');
  expect(fonts.remedy('\u{f1234}')).toBeNull();
});

test('the language orders the fallback for Han characters', () => {
  // A world where the Chinese and Japanese packages are there; any face will do to see which files are asked for.
  const files: string[] = [];
  const read = (file: string): Uint8Array | null => {
    files.push(file);
    return readFontFile(file);
  };
  const asked = (language: string): string | undefined => {
    files.length = 0;
    const fresh = createFontBook(catalogue(), read);
    fresh.itemize('請求', fresh.stack(['Inter'], 400, 'normal', language));
    return files.find((file) => /-(sc|tc|jp|kr)\//.test(file))?.replace(/.*noto-sans-(..).*/, '$1');
  };
  expect(['', 'ja-JP', 'zh-Hant-TW', 'zh-CN', 'ko'].map(asked)).toEqual([
    'sc',
    'jp',
    'tc',
    'sc',
    'kr',
  ]);
});

test("a page's own face comes before the catalogue's family of that name", () => {
  const bytes = fontBytes(INTER);
  const rule = { family: 'Acme Sans', weight: 400, slant: 'normal', bytes } as const;
  const extended = fonts.extend([rule, { ...rule, family: 'Noto Sans' }]);
  if (!extended.ok) throw new Error('extend never fails');
  expect(extended.value.has('acme sans')).toBe(true);
  expect(fonts.has('Acme Sans')).toBe(false);
  const { primary } = extended.value.stack(['Acme Sans'], 700, 'normal');
  expect(primary.key).toMatch(/^page-[0-9a-f]{16}$/);
  expect(primary.shape('7.17', LATIN).width).toBe(3308);
  expect(extended.value.stack(['Noto Sans'], 400, 'normal').primary.key).toBe(primary.key);
  const again = fonts.extend([rule]);
  if (!again.ok) throw new Error('extend never fails');
  expect(again.value.stack(['Acme Sans'], 400, 'normal').primary).toBe(primary);
});

test("a page's face that cannot be used is passed over with a warning", () => {
  const bytes = new TextEncoder().encode('wOF2 and so on');
  const extended = fonts.extend([{ family: 'Acme', weight: 400, slant: 'normal', bytes }]);
  expect(extended).toMatchObject({
    ok: true,
    warnings: [{ place: 'font "Acme" 400 normal', found: 'WOFF2', expected: 'a TrueType file' }],
  });
  if (extended.ok) expect(extended.value.has('Acme')).toBe(false);
});

test('without any font file text is set in boxes, and the stack is still not empty', () => {
  const empty = createFontBook(catalogue(), () => null);
  const stack = empty.stack(['Inter'], 400, 'normal');
  expect(stack.primary.key).toBe(LAST_RESORT_KEY);
  expect(stack.faces).toHaveLength(1);
  expect(empty.itemize('ab', stack)).toEqual([{ text: 'ab', face: null }]);
  const run = stack.primary.shape('ae\u0301b', LATIN);
  expect(run).toMatchObject({ clusters: [0, 1, 3], width: 1800 });
});

test('a damaged file is passed over for the next weight of its family', () => {
  const fresh = createFontBook(catalogue(), (file) =>
    file.endsWith('Inter_400Regular.ttf')
      ? fontBytes(ARABIC).subarray(0, 5000)
      : readFontFile(file),
  );
  expect(fresh.stack(['Inter'], 400, 'normal').primary.key).toBe('Inter-Medium');
});
