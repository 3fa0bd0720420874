import { describe, expect, it } from 'vitest';

import type { Mark } from '../../src/layout/item.ts';
import type { PagedDocument, PlacedGroup, PlacedItem } from '../../src/paginate/page.ts';
import { printBoxes } from '../../src/paginate/print-boxes.ts';
import { SETTING, SQUARE, textMark } from './build-items.ts';

const INK = { red: 255, green: 0, blue: 16, alpha: 1 };

function item(mark: Mark, extra: Partial<PlacedItem> = {}): PlacedItem {
  return { x: 10, y: 20, mark, original: true, group: null, ...extra };
}

function printed(...items: PlacedItem[]): unknown {
  const document: PagedDocument = {
    pages: [{ size: { width: 793.7007874, height: 1122.519685 }, items }],
    language: 'en',
    title: '',
    meta: {},
  };
  return JSON.parse(printBoxes(document));
}

function first(placed: PlacedItem): unknown {
  const { pages } = printed(placed) as { pages: readonly { items: readonly unknown[] }[] };
  return pages[0]?.items[0];
}

const TEXT: Mark = {
  ...textMark('Due', 12),
  width: 0.1 + 0.2,
  runs: [{ x: 0, run: SQUARE.shape('Due', SETTING.shaping) }],
  color: { ...INK, alpha: 0.5 },
  tag: {
    role: 'TD',
    parent: null,
    order: 1,
    properties: null,
  },
};

describe('printed boxes', () => {
  it('have pages with their size to three decimals', () => {
    expect(printed()).toEqual({ pages: [{ width: 793.701, height: 1122.52, items: [] }] });
  });

  it('say of a text what Range.getClientRects() says, and how it is set', () => {
    expect(first(item(TEXT, { y: 20.00004 }))).toEqual({
      type: 'text',
      text: 'Due',
      x: 10,
      y: 20,
      width: 0.3,
      height: 12,
      // 20 + 0.8 × 12
      baseline: 29.6,
      font: 'Square',
      size: 12,
      color: '#ff001080',
      tag: 'TD',
    });
  });

  it('have the fields of a text in the documented order', () => {
    expect(Object.keys(first(item(TEXT)) as object)).toEqual([
      'type',
      'text',
      'x',
      'y',
      'width',
      'height',
      'baseline',
      'font',
      'size',
      'color',
      'tag',
    ]);
  });

  it('give artifacts no tag', () => {
    expect(first(item(TEXT, { original: false }))).toMatchObject({ tag: null });
  });

  it('have no negative zero', () => {
    expect(
      printBoxes({
        pages: [{ size: { width: -0.0001, height: 0 }, items: [] }],
        language: '',
        title: '',
        meta: {},
      }),
    ).toBe('{"pages":[{"width":0,"height":0,"items":[]}]}');
  });

  it('leave out the borders that a page break has cut away', () => {
    const side = { width: 1.5, style: 'solid', color: INK } as const;
    const rect: Mark = {
      kind: 'rect',
      width: 5,
      height: 6,
      decoration: {
        background: INK,
        border: { top: side, right: { ...side, style: 'none' }, bottom: side, left: side },
        radii: null,
      },
      sides: { top: false, right: true, bottom: true, left: true },
    };
    const border = { width: 1.5, style: 'solid', color: '#ff0010' };
    expect(first(item(rect))).toEqual({
      type: 'rect',
      x: 10,
      y: 20,
      width: 5,
      height: 6,
      background: '#ff0010',
      borderTop: null,
      borderRight: null,
      borderBottom: border,
      borderLeft: border,
      radius: null,
    });
  });

  it('say image or path of a picture', () => {
    const size = { width: 5, height: 6 };
    const source = { x: 0, y: 0, ...size };
    const viewBox = source;
    const aspect = { scale: 'meet', x: 0.5, y: 0.5 } as const;
    const vector: Mark = {
      kind: 'picture',
      ...size,
      source,
      tag: null,
      picture: { kind: 'vector', key: 'v', ...size, viewBox, aspect, shapes: [] },
    };
    const samples = {
      colors: 'grey',
      bits: 8,
      bytes: new Uint8Array(),
      coding: 'deflate',
      palette: null,
      inverted: false,
    } as const;
    const bitmap: Mark = {
      ...vector,
      picture: { kind: 'bitmap', key: 'b', ...size, samples, orientation: 1, alpha: null },
    };
    expect(first(item(vector))).toEqual({ type: 'path', x: 10, y: 20, ...size, tag: null });
    expect(first(item(bitmap))).toMatchObject({ type: 'image' });
  });

  it('multiply the effects of the groups around an item', () => {
    const outer: PlacedGroup = {
      opacity: 0.5,
      clip: null,
      transform: [1, 0, 0, 1, 7, 0],
      parent: null,
    };
    const clip = { x: 1, y: 2, width: 3, height: 4 };
    const inner: PlacedGroup = { opacity: 0.5, clip, transform: [2, 0, 0, 2, 0, 0], parent: outer };
    // doubled first, moved by 7 then
    expect(first(item(TEXT, { group: inner }))).toMatchObject({
      opacity: 0.25,
      clip,
      transform: [2, 0, 0, 2, 7, 0],
    });
  });
});
