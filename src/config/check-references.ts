import { failure, type Failure } from '../failure.ts';
import type { Config } from './schema.ts';

interface References {
  readonly entity?: string | undefined;
  readonly brand?: string | undefined;
  readonly group?: string | undefined;
}

/** Names of entities, brands and groups that stand nowhere in the file. */
export function checkReferences(config: Config, name: string): readonly Failure[] {
  const at = (place: string, references: References) =>
    dangling(config, `${name}: ${place}`, references);
  return [
    ...at('', config),
    ...at('seller.', { brand: config.seller.brand }),
    ...Object.entries(config.entities).flatMap(([key, { brand }]) =>
      at(`entities.${key}.`, { brand }),
    ),
    ...Object.entries(config.groups).flatMap(([key, group]) => at(`groups.${key}.`, group)),
    ...Object.entries(config.customers).flatMap(([key, customer]) =>
      at(`customers.${key}.`, customer),
    ),
  ];
}

function dangling(config: Config, place: string, references: References): readonly Failure[] {
  const tables = [
    ['entity', 'entities', references.entity],
    ['brand', 'brands', references.brand],
    ['group', 'groups', references.group],
  ] as const;
  return tables.flatMap(([key, table, found]) => {
    if (found === undefined || Object.hasOwn(config[table], found)) return [];
    const expected = `a key of ${table}: ${Object.keys(config[table]).join(', ') || '(none yet)'}`;
    const hint = `Add ${table}.${found} or correct the name.`;
    return [
      failure('config', `${place}${key}`, `There is no such ${key}`, { expected, found, hint }),
    ];
  });
}
