import { success } from '../../src/failure.ts';
import type { FaceStack, FontBook } from '../../src/font/font-book.ts';
import type { Face, GlyphRun, Shaping } from '../../src/font/face.ts';
import type {
  Breaks,
  Cell,
  Column,
  Decoration,
  Flow,
  Item,
  ItemMark,
  LateMark,
  Leaf,
  Row,
  Stacked,
  TextMark,
  TextSetting,
} from '../../src/layout/item.ts';
import type { PageFrame } from '../../src/layout/page-frame.ts';
import { createLineTable } from '../../src/markup/line-table.ts';

/** Width of every test item; the page area is as wide. */
export const WIDTH = 100;

const FREE: Breaks = { before: 'auto', after: 'auto', inside: 'auto' };
const BLACK = { red: 0, green: 0, blue: 0, alpha: 1 };

const ANY = {
  width: WIDTH,
  breaks: FREE,
  decoration: null,
  overlays: [],
  group: null,
  layer: 0,
  baseline: null,
};

/** What a builder may be told besides the height and the children. */
export type Extra<I extends Item> = Partial<Omit<I, 'kind' | 'breaks'>> & {
  readonly breaks?: Partial<Breaks>;
};

/** Grey background. */
export const GREY: Decoration = {
  background: { red: 200, green: 200, blue: 200, alpha: 1 },
  border: null,
  radii: null,
};

/** A face whose glyphs are all one em wide, as high as the em: ascent 0.8, descent 0.2. */
export const SQUARE: Face = {
  key: 'Square',
  postscriptName: 'Square',
  family: 'Square',
  weight: 400,
  slant: 'normal',
  metrics: {
    unitsPerEm: 1000,
    ascent: 800,
    descent: 200,
    lineGap: 0,
    capHeight: 800,
    xHeight: 500,
    underlinePosition: 100,
    underlineThickness: 50,
    strikeoutPosition: 250,
    strikeoutThickness: 50,
    italicAngle: 0,
    bounds: [0, -200, 1000, 800],
  },
  covers: () => true,
  shape: squareRun,
  advance: () => 1000,
  outline: () => [],
  subset: () => ({ bytes: new Uint8Array(), ids: new Map() }),
};

function squareRun(text: string, shaping: Shaping): GlyphRun {
  const units = [...text].map((_, index) => index);
  return {
    face: SQUARE,
    text,
    glyphs: units.map(() => 1),
    advances: units.map(() => 1000),
    offsets: null,
    clusters: units,
    direction: shaping.direction,
    width: units.length * 1000,
  };
}

const STACK: FaceStack = { faces: [SQUARE], primary: SQUARE };

/** A font book that knows the square face only. */
export const FONTS: FontBook = {
  stack: () => STACK,
  has: () => true,
  itemize: (text) => [{ text, face: SQUARE }],
  extend: () => success(FONTS),
  remedy: () => null,
  memo: (_, make) => make(),
};

/** Ten px, black. */
export const SETTING: TextSetting = {
  stack: STACK,
  shaping: { script: 'Latn', language: 'en', direction: 'ltr', features: [] },
  size: 10,
  color: BLACK,
  letterSpacing: 0,
};

/** A text mark that says `text` and is as high as its leaf. */
export function textMark(text: string, height: number): TextMark {
  return {
    kind: 'text',
    text,
    width: WIDTH,
    height,
    baseline: height * 0.8,
    runs: [],
    size: height,
    color: BLACK,
    letterSpacing: 0,
    wordSpacing: 0,
    tag: null,
    language: 'en',
  };
}

/** A leaf with its name on it. */
export function leaf(name: string, height: number, extra: Extra<Leaf> = {}): Leaf {
  const marks: readonly ItemMark[] = [{ x: 0, y: 0, mark: textMark(name, height) }];
  return {
    ...ANY,
    kind: 'leaf',
    name,
    height,
    marks,
    ...extra,
    breaks: { ...FREE, ...extra.breaks },
  };
}

/** A leaf that paints nothing. */
export function space(height: number, extra: Extra<Leaf> = {}): Leaf {
  return leaf('', height, { marks: [], ...extra });
}

/** A leaf for a running total of `of`. */
export function late(of: string, height: number): Leaf {
  const mark: LateMark = {
    kind: 'late',
    content: { kind: 'running-total', of },
    setting: SETTING,
    align: 'right',
    width: WIDTH,
    height: 10,
    baseline: 8,
    tag: null,
  };
  return leaf(of, height, { marks: [{ x: 0, y: 0, mark }] });
}

/** An item below the one before, by a gap. */
export function below(gap: number, item: Item): Stacked {
  return { x: 0, gap, item };
}

/** A column; items without `below` have no gap. */
export function column(children: readonly (Item | Stacked)[], extra: Extra<Column> = {}): Column {
  const { top = 0, bottom = 0, slack = 0, head = null, foot = null } = extra;
  const all = head === null ? children : [head, ...children];
  const stacked = all.map((child) => ('item' in child ? child : below(0, child)));
  const inside = stacked.reduce((sum, { gap, item }) => sum + gap + item.height, 0);
  const height = top + inside + (foot?.height ?? 0) + slack + bottom;
  return {
    ...ANY,
    kind: 'column',
    name: 'column',
    children: stacked,
    height,
    top,
    bottom,
    slack,
    isSet: false,
    marks: [],
    head,
    foot,
    orphans: 1,
    widows: 1,
    cut: 'slice',
    ...extra,
    breaks: { ...FREE, ...extra.breaks },
  };
}

/** A paragraph of lines `a1 a2 …`, ten px each. */
export function lines(name: string, count: number, extra: Extra<Column> = {}): Column {
  const each = Array.from({ length: count }, (_, index) => leaf(`${name}${String(index + 1)}`, 10));
  return column(each, extra);
}

/** Items side by side; as high as the lowest bottom. */
export function row(cells: readonly (Item | Cell)[], extra: Extra<Row> = {}): Row {
  const width = WIDTH / Math.max(1, cells.length);
  const placed = cells.map((cell, index) =>
    'item' in cell ? cell : { x: index * width, y: 0, item: cell },
  );
  const height = placed.reduce((most, { y, item }) => Math.max(most, y + item.height), 0);
  return {
    ...ANY,
    kind: 'row',
    name: 'row',
    cells: placed,
    height,
    marks: [],
    amounts: [],
    ...extra,
    breaks: { ...FREE, ...extra.breaks },
  };
}

/** A page frame without margins. */
export function frame(height: number): PageFrame {
  return {
    size: { width: WIDTH, height },
    area: { x: 0, y: 0, width: WIDTH, height },
    margins: [],
  };
}

/** A flow on pages of one height. */
export function flow(root: Item, pageHeight: number, extra: Partial<Flow> = {}): Flow {
  const page = frame(pageHeight);
  return {
    root,
    lines: createLineTable('', 'page.html'),
    fixed: [],
    first: page,
    rest: page,
    fonts: FONTS,
    language: 'en',
    title: '',
    meta: {},
    ...extra,
  };
}
