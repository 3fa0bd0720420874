import type { Brand } from '../config/settings.ts';
import { failure, type Failure } from '../failure.ts';
import type { BrandView, PropertyView } from './invoice-view.ts';

const PROPERTY_NAME = /^[a-z][a-z0-9-]{0,63}$/i;

/** Characters of colours, lengths and family names; nothing that ends a value, a rule or the style element. */
const PROPERTY_VALUE = /^[\p{L}\p{N} #%(),./"'+-]{1,200}$/u;

/** The brand's name (the seller's where it has none), logo and custom properties; a property that CSS could not hold is left out with a warning. */
export function viewBrand(
  brand: Brand,
  seller: string,
): {
  readonly view: BrandView;
  readonly warnings: readonly Failure[];
} {
  const asked = [...colors(brand), ...fonts(brand)];
  const isSafe = ({ name, value }: PropertyView) =>
    PROPERTY_NAME.test(name) && PROPERTY_VALUE.test(value);
  return {
    view: { name: brand.name || seller, logo: brand.logo ?? '', properties: asked.filter(isSafe) },
    warnings: asked.filter((property) => !isSafe(property)).map(warn),
  };
}

/** Texts of the brand that replace no word of the template. */
export function doubtTexts(
  brand: Brand,
  words: Readonly<Record<string, string>>,
): readonly Failure[] {
  const unknown = Object.keys(brand.texts).filter((key) => !Object.hasOwn(words, key));
  return unknown.map((key) =>
    failure('view', `texts.${key}`, 'The template has no such word', {
      expected: 'a key of the template’s messages',
      found: key,
      hint: 'Correct the key; messages/en.json of the template lists them all.',
    }),
  );
}

function colors(brand: Brand): readonly PropertyView[] {
  return Object.entries(brand.colors).map(([name, value]) => ({ name, value }));
}

function fonts({ fonts }: Brand): readonly PropertyView[] {
  const all = [
    { name: 'font-body', value: fonts.body },
    { name: 'font-heading', value: fonts.heading },
  ];
  return all.filter(({ value }) => value !== '');
}

function warn({ name, value }: PropertyView): Failure {
  return failure('view', `brand.${name}`, 'A property of the brand is left out', {
    expected: 'a name of letters, digits and hyphens and a plain CSS value',
    found: value.slice(0, 80),
  });
}
