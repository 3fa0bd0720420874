import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineTable } from '../../src/markup/line-table.ts';

const line = fc.oneof(
  fc.constantFrom('', 'a', 'some words', '\r'),
  fc.nat(3000).map((length) => 'x'.repeat(length)),
);

it('tells line and column of any offset, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.array(fc.nat()), (lines, asked) => {
      const text = lines.join('\n');
      const table = createLineTable(text, 'a.html');
      for (const each of asked) {
        const offset = each % (text.length + 1);
        const before = text.slice(0, offset).split('\n');
        expect(table.at(offset)).toEqual({
          file: 'a.html',
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
        });
      }
    }),
  );
});
