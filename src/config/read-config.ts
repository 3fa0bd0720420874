import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { checkReferences } from './check-references.ts';
import { configSchema, type Config } from './schema.ts';

/** A process reads one configuration: functions compiled for it would cost more than they save. */
const ONCE = { jitless: true } as const;

/** The configuration of an empty file: every default. */
export function defaultConfig(): Config {
  return configSchema.parse({}, ONCE);
}

/** Read a configuration from JSON text; `name` is the file's name in messages. Reports everything wrong with it. */
export function readConfig(text: string, name: string): Outcome<Config> {
  const json = parseJson(text.replace(/^\uFEFF/, ''), name);
  if (!json.ok) return json;
  const parsed = configSchema.safeParse(json.value, { ...ONCE, error: expectation });
  if (!parsed.success)
    return failed(parsed.error.issues.flatMap((issue) => describe(issue, name, json.value)));
  const dangling = checkReferences(parsed.data, name);
  return dangling.length > 0 ? failed(dangling) : success(parsed.data);
}

function parseJson(text: string, name: string): Outcome<unknown> {
  try {
    return success(JSON.parse(text) as unknown);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const hint = 'Mend the JSON; comments and trailing commas are not allowed.';
    return failed([
      failure('config', name, 'The configuration is not JSON', {
        expected: 'a JSON object',
        found,
        hint,
      }),
    ]);
  }
}

function describe(issue: z.core.$ZodIssue, name: string, json: unknown): readonly Failure[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, issue.path, name));
  const value = issue.path.reduce<unknown>(step, json);
  const details = {
    expected: issue.message,
    found: JSON.stringify(value)?.slice(0, 80) ?? 'nothing',
  };
  return [failure('config', `${name}: ${path(issue.path)}`, 'This value does not fit', details)];
}

/** What a value should have been, where the schema has no words of its own for it. */
function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? `a value of type ${issue.expected}`;
    case 'invalid_value':
      return issue.values.map(String).join(' or ');
    case 'too_small':
      return issue.origin === 'string' ? 'text that is not empty' : `at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${issue.maximum} characters`
        : `at most ${issue.maximum}`;
    case 'invalid_key':
      return 'a name of letters, digits and hyphens that begins with a letter';
    case 'invalid_format':
      return issue.format === 'email' ? 'an e-mail address' : undefined;
    default:
      return undefined;
  }
}

/** JSON's words for the schema's types. */
const KINDS: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function unknownKey(key: string, at: readonly PropertyKey[], name: string): Failure {
  const known = keysAt(at);
  const nearest = [...known].sort(
    (a, b) => distance(key, a) - distance(key, b) || (a < b ? -1 : 1),
  )[0];
  const hint = nearest === undefined ? null : `Did you mean ${nearest}?`;
  const expected = `one of ${known.join(', ')}`;
  return failure('config', `${name}: ${path([...at, key])}`, 'Unknown key', {
    expected,
    found: key,
    hint,
  });
}

function keysAt(at: readonly PropertyKey[]): readonly string[] {
  const schema = at.reduce<SchemaNode | undefined>(
    (node, key) => node?.properties?.[String(key)] ?? node?.items ?? rest(node),
    z.toJSONSchema(configSchema, { io: 'input', reused: 'inline' }) as SchemaNode,
  );
  return Object.keys(schema?.properties ?? {});
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
}

function rest(node: SchemaNode | undefined): SchemaNode | undefined {
  const schema = node?.additionalProperties;
  return typeof schema === 'object' ? schema : undefined;
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

function path(keys: readonly PropertyKey[]): string {
  const words = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return words.join('').replace(/^\./, '') || '$';
}
