import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/schema.ts';
import { failure, type Failure } from '../failure.ts';
import { templatesFolder } from '../press.ts';

/** A place that names a template, and the name. */
export type NamedTemplate = readonly [place: string, name: string | undefined];

/** Templates that are named somewhere and do not come with the package. */
export function checkTemplates(named: readonly NamedTemplate[]): readonly Failure[] {
  const known = readdirSync(templatesFolder)
    .filter((name) => existsSync(join(templatesFolder, name, 'template.json')))
    .sort();
  return named.flatMap(([place, name]) =>
    name === undefined || known.includes(name) ? [] : [noTemplate(place, name, known)],
  );
}

/** Every place of a configuration that may name a template. */
export function templatesOf(config: Config, file: string): readonly NamedTemplate[] {
  const { entities, brands, groups, customers } = config;
  const tables = Object.entries({ entities, brands, groups, customers });
  const inTables = tables.flatMap(([table, entries]) =>
    Object.entries(entries).map(
      ([key, { template }]) => [`${file}: ${table}.${key}.template`, template] as const,
    ),
  );
  return [
    [`${file}: template`, config.template],
    [`${file}: seller.template`, config.seller.template],
    ...inTables,
  ];
}

function noTemplate(place: string, found: string, known: readonly string[]): Failure {
  return failure('config', place, 'There is no such template', {
    expected: `one of ${known.join(', ')}`,
    found,
    hint: 'Correct the name, or add the folder to templates/.',
  });
}
