import { describe, expect, test } from 'vitest';
import { read } from './reading.ts';

describe('digits that a double loses', () => {
  const warningsOf = (text: string) => read(text).warnings;

  test.each(['[1234567890123456789]', '[0.12345678901234567890123]', '[9007199254740993]'])(
    '%s is told',
    (text) => {
      const message = 'A number has more digits than a double keeps';
      expect(warningsOf(text)).toMatchObject([{ place: 'in.json:1:2', message }]);
    },
  );

  test.each([
    '[0.1, 1e300, 776.393152]',
    '[123456789012345000000]',
    '[0.30000000000000004]',
    '["1234567890123456789", "\\"1234567890123456789"]',
  ])('%s keeps all of its digits', (text) => {
    expect(warningsOf(text)).toEqual([]);
  });

  test('its line is that of the number, and ten are enough', () => {
    const text = `["x\\\\", "\\"",\n${Array(50).fill('1234567890123456789').join(',\n')}]`;
    expect(warningsOf(text)).toHaveLength(10);
    expect(warningsOf(text)[0]?.place).toBe('in.json:2:1');
    expect(warningsOf(text)[0]?.hint).toBe('It is read as 1234567890123456800.');
  });
});
