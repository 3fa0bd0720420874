import { failure, type Failure } from '../failure.ts';
import { isDay } from './schema-date.ts';
import { layerShape } from './schema-layer.ts';
import type { Config } from './schema.ts';
import type { Overrides } from './settings.ts';

const CHECKED = ['template', 'locale', 'paper'] as const;

const EXPECTED: Readonly<Record<(typeof CHECKED)[number], string>> = {
  template: 'a name of letters, digits and hyphens',
  locale: 'a language tag such as en-US',
  paper: 'A4 or Letter',
};

/** What of the command line cannot be: values that the configuration would not take either, and brands that it lacks. */
export function checkOverrides(overrides: Overrides, config: Config): readonly Failure[] {
  const misfits = CHECKED.filter((key) => !layerShape[key].safeParse(overrides[key]).success);
  return [
    ...misfits.map((key) => misfit(key, overrides[key])),
    ...unknownBrand(overrides, config),
    ...wrongDays(overrides),
  ];
}

const DAYS = { originalDate: 'original-date', paidOn: 'paid-on' } as const;

function wrongDays(overrides: Overrides): readonly Failure[] {
  return (['originalDate', 'paidOn'] as const).flatMap((key) => {
    const found = overrides[key];
    if (found === undefined || isDay(found)) return [];
    const expected = 'a day such as 2025-09-30';
    return [failure('config', `--${DAYS[key]}`, 'This is no day', { expected, found })];
  });
}

function misfit(key: (typeof CHECKED)[number], value: unknown): Failure {
  return failure('config', `--${key}`, 'This value does not fit', {
    expected: EXPECTED[key],
    found: JSON.stringify(value).slice(0, 80),
    hint: `Correct it, or leave --${key} out.`,
  });
}

function unknownBrand({ brand }: Overrides, { brands }: Config): readonly Failure[] {
  if (brand === undefined || Object.hasOwn(brands, brand)) return [];
  const expected = `a key of brands: ${Object.keys(brands).join(', ') || '(none yet)'}`;
  const hint = 'Name one of these, or add the brand to the configuration.';
  return [failure('config', '--brand', 'There is no such brand', { expected, found: brand, hint })];
}
