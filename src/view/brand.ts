import type { Brand } from '../config/settings.ts';
import { failure, type Failure } from '../failure.ts';
import type { BrandView, PropertyView } from './invoice-view.ts';

const PROPERTY_NAME = /^[a-z][a-z0-9-]{0,63}$/i;

/** Characters of colours, lengths and family names; nothing that ends a value, a rule or the style element. */
const PROPERTY_VALUE = /^[\p{L}\p{N} #%(),./"'+-]{1,200}$/u;

/** The brand's logo and custom properties; a property that CSS could not hold is left out with a warning. */
export function viewBrand(brand: Brand): {
  readonly view: BrandView;
  readonly warnings: readonly Failure[];
} {
  const asked = [...colors(brand), ...fonts(brand)];
  const isSafe = ({ name, value }: PropertyView) =>
    PROPERTY_NAME.test(name) && PROPERTY_VALUE.test(value);
  return {
    view: { name: brand.name, logo: brand.logo ?? '', properties: asked.filter(isSafe) },
    warnings: asked.filter((property) => !isSafe(property)).map(warn),
  };
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
