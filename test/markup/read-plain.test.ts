import fc from 'fast-check';
import { expect, it } from 'vitest';
import { childrenOf } from '../../src/markup/element.ts';
import { parseMarkup } from '../../src/markup/parse-markup.ts';
import { byTokens, whole } from './by-tokens.ts';

const name = fc.constantFrom(
  ...['p', 'p', 'b', 'div', 'table', 'tr', 'td', 'br', 'svg', 'x-y', 'pre', 'title', 'style'],
);
const attributes = fc.constantFrom(
  ...['', '', ' class="a"', ' class="b"', ' id="b" class="a b"', ' id="1" id="2"', ' align="x"'],
  ...[
    ' onclick="x"',
    ' of="x"',
    ' on="x"',
    ' o="x"',
    ' a="&amp;"',
    ' a=">"',
    ' A="b"',
    ' a',
    ` data-x="${'x'.repeat(40)}"`,
    ' ',
  ],
);
const piece = fc.oneof(
  fc.tuple(name, attributes).map(([word, written]) => `<${word}${written}>`),
  name.map((word) => `</${word}>`),
  name.map((word) => `</${word}>`),
  fc.constantFrom('text', ' ', '\n', '&', '&amp;', '&lt;', '&#x3D;', '&#x3d;', '&amp', '&copy;'),
  fc.constantFrom('<!DOCTYPE html>', '<!doctype html>', '<!-- c -->', '<![CDATA[x]]>', '<', '</'),
  fc.constantFrom(
    '<title>a &amp; b</title>',
    '<svg><title>a<b>c</title></svg>',
    '<style>a<b{}</style>',
  ),
  fc.constantFrom('</title >', '</titles>', '<title/>', '>', '"', '\u0000', '1 < 2'),
);

it('reads what is plain as the tokenizer would', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('');
      const outcome = parseMarkup({ kind: 'markup', html, file: 'a.html' });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
      expect({ root: whole(outcome.value.root), warnings: outcome.warnings }).toEqual(
        byTokens(html),
      );
    }),
    { numRuns: 3000 },
  );
});

it('reads the pages of a template as it would one of them alone', () => {
  const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(page, { maxLength: 5 }), (pages) => {
      const kept = new Map<string, unknown>();
      const memo = <T>(key: string, make: () => T): T => {
        const value = kept.get(key) ?? make();
        kept.set(key, value);
        return value as T;
      };
      for (const html of pages) {
        const outcome = parseMarkup({ kind: 'markup', html, file: 'a.html', memo });
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
        expect({ root: whole(outcome.value.root), warnings: outcome.warnings }).toEqual(
          byTokens(html),
        );
      }
    }),
    { numRuns: 1000 },
  );
});

const long = fc
  .array(
    fc.tuple(
      fc.constantFrom('class', 'data-total', 'data-amount', 'x'),
      fc.constantFrom('1', '22', 'a="', '>', '&lt;', 'figure payment figure payment'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (all) =>
      `<td class="${'w'.repeat(40)}"${all.map(([each, value]) => ` ${each}="${value}"`).join('')}>`,
  );

it('reads long tags that differ in their last value as the tokenizer would', () => {
  fc.assert(
    fc.property(fc.array(long, { maxLength: 40 }), (tags) => {
      const html = `<table>${tags.join('text')}`;
      const outcome = parseMarkup({ kind: 'markup', html, file: 'a.html' });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
      expect({ root: whole(outcome.value.root), warnings: outcome.warnings }).toEqual(
        byTokens(html),
      );
    }),
    { numRuns: 2000 },
  );
});

it('tells tags apart that are kept in one place', () => {
  const classes = Array.from({ length: 1000 }, (_, index) => `c${index % 500}`);
  const html = classes.map((each) => `<i class="${each}"></i>`).join('');
  const outcome = parseMarkup({ kind: 'markup', html, file: 'a.html' });
  const body = outcome.ok ? childrenOf(outcome.value.root)[1] : undefined;
  const found = body?.kind === 'element' ? childrenOf(body) : [];
  expect(found.map((each) => each.kind === 'element' && each.attributes['class'])).toEqual(classes);
});
