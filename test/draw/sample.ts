import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Role, Tag, TagProperties } from '../../src/box/tag.ts';
import type { Color } from '../../src/color.ts';
import { drawPages, type Inserts } from '../../src/draw/draw-pages.ts';
import type { Face, GlyphRun } from '../../src/font/face.ts';
import { openFace } from '../../src/font/open-face.ts';
import type { Decoration, Mark, RectMark, TextMark } from '../../src/layout/item.ts';
import type { PagedDocument, PlacedItem } from '../../src/paginate/page.ts';

const require = createRequire(import.meta.url);

/** A real face from the font packages. */
export function openSample(file: string, weight = 400): Face {
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/${file}`));
  const opened = openFace(bytes, { family: file, weight, slant: 'normal' });
  if (!opened.ok) throw new Error(opened.failures.map(({ message }) => message).join());
  return opened.value;
}

export const inter = openSample('inter/400Regular/Inter_400Regular.ttf');
export const arabic = openSample('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf');

export const BLACK: Color = { red: 0, green: 0, blue: 0, alpha: 1 };
export const RED: Color = { red: 255, green: 0, blue: 0, alpha: 1 };
export const BLUE: Color = { red: 0, green: 0, blue: 255, alpha: 1 };

/** Text shaped in Inter as one run. */
export function shaped(text: string, face = inter, changes: Partial<Shaped> = {}): GlyphRun {
  return face.shape(text, {
    script: 'Latn',
    language: 'en',
    direction: 'ltr',
    features: [],
    ...changes,
  });
}

type Shaped = Parameters<Face['shape']>[1];

/** A text mark of one run, 16 px unless told. */
export function textMark(run: GlyphRun, changes: Partial<TextMark> = {}): TextMark {
  const size = changes.size ?? 16;
  return {
    kind: 'text',
    text: run.text,
    width: (run.width * size) / run.face.metrics.unitsPerEm,
    height: size * 1.2,
    baseline: size,
    runs: [{ x: 0, run }],
    size,
    color: BLACK,
    letterSpacing: 0,
    wordSpacing: 0,
    tag: null,
    language: 'en',
    ...changes,
  };
}

/** A box of 100 by 50 px unless told. */
export function rectMark(
  decoration: Partial<Decoration>,
  changes: Partial<RectMark> = {},
): RectMark {
  return {
    kind: 'rect',
    width: 100,
    height: 50,
    decoration: { background: null, border: null, radii: null, ...decoration },
    sides: { top: true, right: true, bottom: true, left: true },
    ...changes,
  };
}

/** A structure tag. */
export function makeTag(
  role: Role,
  order: number,
  parent: Tag | null,
  said: Partial<TagProperties> | null = null,
): Tag {
  return {
    role,
    order,
    parent,
    properties:
      said === null ? null : { language: null, alternative: null, link: null, cell: null, ...said },
  };
}

/** A mark at a point. */
export function at(
  x: number,
  y: number,
  mark: Mark,
  changes: Partial<PlacedItem> = {},
): PlacedItem {
  return { x, y, mark, original: true, group: null, ...changes };
}

/** A document of A4 pages. */
export function documentOf(...pages: (readonly PlacedItem[])[]): PagedDocument {
  return {
    pages: pages.map((items) => ({ size: { width: 793.7, height: 1122.5 }, items })),
    language: 'en',
    title: 'Sample',
    meta: { date: '2026-11-01' },
  };
}

/** Draw and take the bytes. */
export function drawn(document: PagedDocument, inserts: Inserts = {}): Uint8Array {
  const outcome = drawPages(document, inserts);
  if (!outcome.ok) throw new Error(outcome.failures.map(({ message }) => message).join());
  return outcome.value.bytes;
}
