import { expect, test } from 'vitest';
import { createSheetMemory } from '../../src/style/sheet-memory.ts';

const megabyte = (): number => 1_000_000;

/** A memory of values of a megabyte each, and the keys of those that were made. */
function filled(keys: readonly string[]) {
  const memory = createSheetMemory();
  const made: string[] = [];
  const recall = (key: string): string => memory.recall(key, () => (made.push(key), key), megabyte);
  for (const key of keys) expect(recall(key)).toBe(key);
  return { made, recall };
}

const numbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index}`);

test('what fits is made once', () => {
  expect(filled(['a', 'b', 'a', 'b']).made).toEqual(['a', 'b']);
});

test('documents that never come again displace nothing', () => {
  const { made, recall } = filled(['template', ...numbers(100)]);
  recall('template');
  expect(made.filter((key) => key === 'template')).toHaveLength(1);
});

test('small values that come once are not kept for long either', () => {
  const memory = createSheetMemory();
  let made = 0;
  const recall = (key: string): number =>
    memory.recall(
      key,
      () => ++made,
      () => 1,
    );
  for (const key of [...numbers(100), '0', '99']) recall(key);
  expect(made).toBe(101);
});

test('what comes again takes the place of what is longest out of use', () => {
  const { made, recall } = filled([...numbers(100), ...numbers(100), ...numbers(100)]);
  recall('99');
  expect(made.filter((key) => key === '99')).toHaveLength(2);
  recall('50');
  expect(made.filter((key) => key === '50').length).toBeGreaterThan(2);
});

test('what grows while it is kept counts as large as it is', () => {
  const memory = createSheetMemory();
  const entries = { count: 0 };
  const grown = (value: typeof entries): number => value.count;
  memory.recall('grows', () => entries, grown);
  entries.count = 20_000_000;
  memory.recall('other', () => 1, megabyte);
  memory.recall('other', () => 1, megabyte);
  expect(memory.recall('grows', () => ({ count: 1 }), grown)).not.toBe(entries);
});
