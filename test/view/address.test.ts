import { expect, test } from 'vitest';
import { addressLines } from '../../src/view/address.ts';

const full = { lines: ['1 Main St'], postalCode: '12345', city: 'Town', state: 'ST' };

test.each([
  ['US', ['1 Main St', 'Town, ST 12345', 'United States']],
  ['GB', ['1 Main St', 'Town', 'ST', '12345', 'United Kingdom']],
  ['DE', ['1 Main St', '12345 Town', 'ST', 'Germany']],
  ['IT', ['1 Main St', '12345 Town (ST)', 'Italy']],
  ['JP', ['1 Main St', 'Town, ST 12345', 'Japan']],
  ['BR', ['1 Main St', '12345 Town', 'ST', 'Brazil']],
])('%s', (country, lines) => {
  expect(addressLines({ ...full, country }, 'en')).toEqual(lines);
});

test('Japanese script goes from the large to the small', () => {
  const address = {
    lines: ['丸の内1-1'],
    postalCode: '100-0005',
    city: '千代田区',
    state: '東京都',
    country: 'JP',
  };
  expect(addressLines(address, 'ja')).toEqual([
    '〒100-0005',
    '東京都千代田区',
    '丸の内1-1',
    '日本',
  ]);
});

test.each(['lines', 'postalCode', 'city', 'state', 'country'] as const)(
  'without %s the rest stays',
  (part) => {
    const whole = { ...full, country: 'US' };
    const address = { ...whole, [part]: part === 'lines' ? [] : '' };
    const text = addressLines(address, 'en').join('|');
    const kept = ['1 Main St', '12345', 'Town', 'ST'].filter(
      (word) => word !== [whole[part]].flat()[0],
    );
    for (const word of kept) expect(text).toContain(word);
    expect(text).not.toMatch(/\|\||, *\||^\||\|$/);
  },
);
