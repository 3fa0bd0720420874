import { expect, test } from 'vitest';
import { createSheetMemory } from '../../src/style/sheet-memory.ts';

const megabyte = (): number => 1_000_000;

test('what fits is made once', () => {
  const memory = createSheetMemory();
  const made: string[] = [];
  const recall = (key: string): string => memory.recall(key, () => (made.push(key), key), megabyte);
  for (const key of ['a', 'b', 'a', 'b']) expect(recall(key)).toBe(key);
  expect(made).toEqual(['a', 'b']);
});

test('what is longest out of use makes room', () => {
  const memory = createSheetMemory();
  const made: string[] = [];
  const recall = (key: string): void =>
    void memory.recall(key, () => (made.push(key), key), megabyte);
  for (let index = 0; index < 16; index++) recall(`${index}`);
  recall('0');
  recall('new');
  recall('0');
  expect(made.filter((key) => key === '0')).toHaveLength(1);
  recall('1');
  expect(made.filter((key) => key === '1')).toHaveLength(2);
});

test('what grows while it is kept counts as large as it is', () => {
  const memory = createSheetMemory();
  const entries = { count: 0 };
  memory.recall(
    'grows',
    () => entries,
    ({ count }) => count,
  );
  entries.count = 20_000_000;
  memory.recall('other', () => 1, megabyte);
  const again = memory.recall(
    'grows',
    () => ({ count: 1 }),
    ({ count }) => count,
  );
  expect(again).not.toBe(entries);
});
