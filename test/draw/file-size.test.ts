import { expect, test } from 'vitest';
import { printHtml } from '../../src/index.ts';
import { createPress } from '../../src/press.ts';

const press = createPress();
const WORDS = 'Region Ireland class standard requests storage hours of compute and network'.split(
  ' ',
);

function sizeOf(body: string): number {
  const style = '<style>body{font:10px Inter}th{font-weight:700}td{text-align:right}</style>';
  const printed = printHtml(`<title>Sizes</title>${style}${body}`, { press });
  if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
  return printed.value.bytes.length;
}

/** A table of usage as invoices have them: a name, a quantity, a price, an amount. */
function table(rows: number): string {
  const row = (index: number) => {
    const name = `${WORDS[index % WORDS.length] ?? ''} ${WORDS[(index * 7) % WORDS.length] ?? ''}`;
    const cells = [
      index * 977,
      `0.${String(index * 31).padStart(6, '0')}`,
      (index * 1.37).toFixed(2),
    ];
    return `<tr><th scope="row">${name} ${index}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  };
  const head = ['Usage', 'Quantity', 'Price', 'EUR'].map((name) => `<th scope="col">${name}</th>`);
  const body = Array.from({ length: rows }, (_, index) => row(index)).join('');
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body}</tbody></table>`;
}

test('one page with two weights of a Latin face stays under 40 kB', () => {
  expect(sizeOf(`<h1>Invoice</h1><p>${WORDS.join(' ')}</p>${table(20)}`)).toBeLessThan(40_000);
});

test('150 rows stay under 110 kB', () => {
  expect(sizeOf(table(150))).toBeLessThan(110_000);
});

test('5,000 rows, tagged, stay under 3 MB', () => {
  expect(sizeOf(table(5000))).toBeLessThan(3_000_000);
});
