import fc from 'fast-check';
import { expect, it } from 'vitest';
import { childrenOf } from '../../src/markup/element.ts';
import { createCascade } from '../../src/style/cascade.ts';
import { createStyleCache, type StyledNode } from '../../src/style/style-cache.ts';
import { styleElement } from '../../src/style/style-element.ts';
import { rootPosition, siblingsOf, type TreePosition } from '../../src/style/tree-position.ts';
import { elementsOf, worldOf } from './style-of.ts';

const classes = fc.constantFrom('', '', '', ' class="one"', ' class="one two"');
/** Only the presence of some attributes counts, of others the value. */
const attributes = fc.constantFrom(
  ...['', '', '', ' id="a"', ' data-x="1"', ' data-x="2"', ' title="t"', ' lang="de"'],
);

const within = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('div', 'div', 'ul'),
      classes,
      attributes,
      fc.array(inner, { minLength: 1, maxLength: 3 }),
    )
    .map(([name, own, more, inside]) => `<${name}${own}${more}>${inside.join('')}</${name}>`);

const leaf = fc
  .tuple(classes, attributes, fc.constantFrom('', 'text'))
  .map(([own, more, text]) => `<b${own}${more}>${text}</b>`);
const tree = within(within(within(leaf)));

const compound = fc.constantFrom(
  ...[
    'div',
    'div',
    'ul',
    'b',
    'b',
    'b',
    '*',
    '.one',
    '.two',
    'b.one',
    '#a',
    '[data-x]',
    '[data-x="1"]',
  ],
  ...[':first-child', ':last-child', ':nth-child(2n)', 'div:first-of-type', ':empty', ':lang(de)'],
  ...[':not(.one)', ':is(ul, .two)', 'b:not(:first-child)', ':is(div .one, b)', ':root'],
);
/** What is asked of an element around: the answer differs between elements that are else alike. */
const asking = fc
  .tuple(
    fc.constantFrom('div:first-child', ':last-child', 'div + div', '.one ~ div', '[data-x="1"]'),
    fc.constantFrom(' ', ' > ', ' > div > '),
    fc.constantFrom('b', 'div', '*'),
  )
  .map((parts) => parts.join(''));
const chain = fc
  .array(fc.tuple(compound, fc.constantFrom(' ', ' > ', ' + ', ' ~ ')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.map(([one, to], at) => (at + 1 < parts.length ? one + to : one)).join(''));

const selector = fc.oneof(asking, chain);

function visit(
  position: TreePosition,
  style: (position: TreePosition) => StyledNode,
  found: unknown[],
): unknown[] {
  found.push(style(position).style);
  const siblings = siblingsOf(childrenOf(position.element));
  siblings.elements.forEach((element, index) =>
    visit({ element, parent: position, siblings, index }, style, found),
  );
  return found;
}

it('gives each element the style that it would get alone, whatever was styled before', () => {
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 3 }),
      fc.array(selector, { minLength: 1, maxLength: 6 }),
      (trees, selectors) => {
        const css = selectors.map((each, at) => `${each} { order: ${at}; widows: ${at + 1} }`);
        const elements = elementsOf(`<style>${css.join('')}</style>${trees.join('')}`);
        const outcome = createCascade(elements, worldOf());
        if (!outcome.ok) throw new Error('the cascade failed');
        const nodeIn = (cascade: typeof outcome.value, position: TreePosition): StyledNode =>
          styleElement(
            cascade,
            position,
            position.parent ? nodeIn(cascade, position.parent) : null,
          );
        const shared = visit(rootPosition(elements.root), (at) => nodeIn(outcome.value, at), []);
        const alone = visit(
          rootPosition(elements.root),
          (at) => nodeIn({ ...outcome.value, cache: createStyleCache() }, at),
          [],
        );
        expect(shared).toEqual(alone);
      },
    ),
    { numRuns: 150 },
  );
});
