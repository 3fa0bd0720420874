import * as z from 'zod';
import { layerShape } from './schema-layer.ts';
import { configSchema } from './schema.ts';

interface Described {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly additionalProperties?: Described | boolean;
  readonly anyOf?: readonly Described[];
}

/** The JSON Schema (draft 2020-12) of the configuration file. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}

/** Every key of the configuration as a Markdown table: key, kind of value, meaning. Keys that all levels share stand once. */
export function describeConfig(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input', reused: 'inline' }) as Described;
  const rows = describeKeys(schema, '').map(
    ([key, kind, text]) => `| \`${key}\` | ${kind} | ${text} |`,
  );
  return ['| key | value | meaning |', '|---|---|---|', ...rows].join('\n') + '\n';
}

type Row = readonly [key: string, kind: string, text: string];

function describeKeys(node: Described, prefix: string): readonly Row[] {
  const shared = prefix !== '' && Object.hasOwn(node.properties ?? {}, 'template');
  return Object.entries(node.properties ?? {})
    .filter(([key]) => !shared || !Object.hasOwn(layerShape, key))
    .flatMap(([key, child]) => describeKey(`${prefix}${key}`, child));
}

function describeKey(key: string, node: Described): readonly Row[] {
  const row: Row = [key, kindOf(node), node.description ?? ''];
  const entry = typeof node.additionalProperties === 'object' ? node.additionalProperties : null;
  const inside = [
    ...describeKeys(node, `${key}.`),
    ...(node.items ? describeKeys(node.items, `${key}[].`) : []),
    ...(entry ? describeKeys(entry, `${key}.NAME.`) : []),
  ];
  return [row, ...inside];
}

function kindOf(node: Described): string {
  if (node.enum) return node.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (node.anyOf) return node.anyOf.map(kindOf).join(' or ');
  if (node.items) return `list of ${kindOf(node.items)}`;
  if (typeof node.additionalProperties === 'object')
    return `table of ${kindOf(node.additionalProperties)}`;
  return node.type === undefined ? 'any' : String(node.type);
}
