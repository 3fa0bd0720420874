import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitList, type Piece } from '../../src/fetch/split-list.ts';
import { streamInvoices } from '../../src/fetch/stream-invoices.ts';

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function split(text: string, sizes: readonly number[], keys = ['data'], limits = {}) {
  const pieces: Piece[] = [];
  const chunks = chunksOf(Buffer.from(text), sizes);
  for await (const piece of splitList(chunks, { keys, most: 1e6, mostValues: 1e6, ...limits }))
    pieces.push(piece);
  return pieces.map((piece) =>
    piece.kind === 'too-large' ? `too-large: ${piece.of}` : Buffer.from(piece.bytes).toString(),
  );
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 });
const spaces = fc.constantFrom('', ' ', '\n\t', '\r\n  ');
const values = fc.jsonValue({ maxDepth: 3 });

test('a list falls into its elements, to the byte, wherever it is cut', () =>
  fc.assert(
    fc.asyncProperty(fc.array(values), spaces, sizes, async (list, space, sizes) => {
      const elements = list.map((one) => JSON.stringify(one, null, space === '' ? 0 : 1));
      const text = `${space}[${space}${elements.join(`${space},${space}`)}${space}]${space}`;
      const pieces = await split(text, sizes);
      expect(pieces.slice(0, -1)).toEqual(elements);
      expect(JSON.parse(pieces.at(-1) ?? '')).toEqual([]);
    }),
  ));

test('so does the list of an envelope, and what stands around it stays', () =>
  fc.assert(
    fc.asyncProperty(fc.array(values), values, sizes, async (list, other, sizes) => {
      const before = { pageInfo: { data: [1] }, text: 'data": [', x: other };
      const body = { ...before, data: list, after: [list] };
      const pieces = await split(JSON.stringify(body), sizes);
      expect(pieces.slice(0, -1)).toEqual(list.map((one) => JSON.stringify(one)));
      expect(JSON.parse(pieces.at(-1) ?? '')).toEqual(
        JSON.parse(JSON.stringify({ ...body, data: [] })),
      );
    }),
  ));

test('anything else stays whole', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        values.map((one) => JSON.stringify({ one })),
      ),
      sizes,
      async (text, sizes) => {
        fc.pre(!/^\s*\[/.test(text));
        expect(await split(text, sizes)).toEqual([Buffer.from(text).toString()]);
      },
    ),
  ));

test('what is no list leaves no valid rest: cut, bracketed wrongly, followed by more', async () => {
  const wrong = [
    '[{"a":1},{"b"',
    '[{"a":1},',
    '[1,2',
    '[1}',
    '[1],',
    '[1][2]',
    '[1]]',
    '{"data":[1]',
    '["',
    '["\\',
  ];
  for (const text of wrong) {
    const rest = (await split(text, [3])).at(-1) ?? '';
    expect(() => JSON.parse(rest) as unknown, text).toThrow();
  }
  expect(await split('[1,,2]', [9])).toEqual(['1', '', '2', '[]']);
  expect(await split('[1,]', [9])).toEqual(['1', '', '[]']);
});

test('a piece beyond the limit ends it', async () => {
  expect(await split(`[1,"${'x'.repeat(90)}"]`, [10], [], { most: 50 })).toEqual([
    '1',
    'too-large: bytes',
  ]);
  expect(await split('x'.repeat(90), [10], [], { most: 50 })).toEqual(['too-large: bytes']);
});

test('so does a piece of too many values, however few bytes they have', async () => {
  const list = (count: number) => `[1,[${'{},'.repeat(count)}{}]]`;
  expect(await split(list(3), [5], [], { mostValues: 10 })).toHaveLength(3);
  expect(await split(list(20), [5], [], { mostValues: 10 })).toEqual(['1', 'too-large: values']);
  expect(await split(`{"a":${list(20)}}`, [5], [], { mostValues: 10 })).toEqual([
    'too-large: values',
  ]);
  const words = `["${'{},'.repeat(20)}","${'[,'.repeat(20)}"]`;
  expect(await split(words, [5], [], { mostValues: 10 })).toHaveLength(3);
});

test('invoices stream with their places, and end with what is wrong', async () => {
  const read = async (text: string) => {
    const all: unknown[] = [];
    for await (const one of streamInvoices(chunksOf(Buffer.from(text), [7]), 'big.json'))
      all.push(one.ok ? one.value : one.failures.map(({ place, message }) => [place, message]));
    return all;
  };
  const raw = (body: unknown, path: string) => [{ body, origin: 'big.json', path }];
  expect(await read('{"pageInfo":{},"data":[{"a":1},{"b":2}]}')).toEqual([
    raw({ a: 1 }, 'data[0]'),
    raw({ b: 2 }, 'data[1]'),
    [],
  ]);
  expect(await read('{"invoiceUri":"x","data":null}')).toEqual([
    raw({ invoiceUri: 'x', data: null }, '$'),
  ]);
  expect(await read('[{"a":1},{"b":tru}')).toEqual([
    raw({ a: 1 }, '[0]'),
    [['big.json:1:7', 'The text is not JSON']],
  ]);
  expect(await read('[{"a":1},{"b":,}]')).toEqual([
    raw({ a: 1 }, '[0]'),
    [['big.json#[1]:1:6', 'The text is not JSON']],
    [],
  ]);
});
