import * as z from 'zod';
import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { pathBelow } from '../fetch/raw-invoice.ts';

/** The fields of a schema as a tree: what each may have below it, and its path with `[]` for any index. */
type Known =
  | { readonly kind: 'object'; readonly path: string; readonly fields: ReadonlyMap<string, Known> }
  | { readonly kind: 'list'; readonly element: Known }
  | { readonly kind: 'leaf' };

type Body = Readonly<Record<string, unknown>>;

/** A sender has a few new fields; a hostile one has millions, and no more of them are named. */
const MOST_WARNINGS = 50;

/** Make a function that warns of the fields that a schema does not know, once for each path pattern. */
export function unknownFieldsOf(
  schema: z.ZodType,
): (body: unknown, path: string) => readonly Failure[] {
  const known = knownFields(schema, '$');
  return (body, path) => {
    const found = new Set<string>();
    collect(body, known, found);
    return [...found].map((pattern) => unknownField(join(path, pattern)));
  };
}

function knownFields(schema: z.core.$ZodType, path: string): Known {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return knownFields(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map((option) => knownFields(option, path));
    return options.find(({ kind }) => kind !== 'leaf') ?? { kind: 'leaf' };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', element: knownFields(schema.element, `${path}[]`) };
  }
  if (!(schema instanceof z.ZodObject)) return { kind: 'leaf' };
  const fields = Object.entries(schema.shape).map(
    ([key, field]) => [key, knownFields(field, pathBelow(path, [key]))] as const,
  );
  return { kind: 'object', path, fields: new Map(fields) };
}

/** As deep as the schema, however deep the value. */
function collect(value: unknown, known: Known, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (known.kind === 'list' && Array.isArray(value)) {
    for (const element of value as readonly unknown[]) collect(element, known.element, found);
  }
  if (known.kind !== 'object' || Array.isArray(value)) return;
  for (const key of Object.keys(value)) {
    const knownField = known.fields.get(key);
    if (knownField?.kind === 'leaf') continue;
    if (knownField !== undefined) collect((value as Body)[key], knownField, found);
    else if (found.size < MOST_WARNINGS) found.add(pathBelow(known.path, [key]));
  }
}

function join(path: string, pattern: string): string {
  if (path === '$') return pattern;
  return pattern.startsWith('[') ? path + pattern : `${path}.${pattern}`;
}

function unknownField(place: string): Failure {
  return failure('invoice', place, 'This field is not known and is not printed', {
    expected: 'a field of the documented invoice',
  });
}
