import * as z from 'zod';
import { plainValues } from './schema-values.ts';

/** Whether a value is already what a schema would make of it. */
export type IsPlain = (value: unknown) => boolean;

/**
 * Make a function that sees whether a value is just what a schema asks for, without unknown fields: then nothing has
 * to be parsed, copied or reported. The schema alone decides; this only walks along it, because an invoice may have a
 * hundred thousand lines, and nearly all invoices are plain.
 */
export function plainFormOf(schema: z.core.$ZodType): IsPlain {
  // Asked for itself: `get` alone would also answer for what a schema was refined from.
  const known = plainValues.has(schema) ? plainValues.get(schema) : undefined;
  if (known !== undefined) return known.isPlain;
  if (schema instanceof z.ZodOptional) {
    const isPlain = plainFormOf(schema.unwrap());
    return (value) => value === undefined || isPlain(value);
  }
  if (schema instanceof z.ZodNullable) {
    const isPlain = plainFormOf(schema.unwrap());
    return (value) => value === null || isPlain(value);
  }
  if (schema instanceof z.ZodUnion) {
    // The options of a union exclude each other here: what is plain for one is nothing to the others.
    const forms = schema.options.map(plainFormOf);
    return (value) => forms.some((isPlain) => isPlain(value));
  }
  if (schema instanceof z.ZodArray && hasNoChecks(schema)) return listForm(schema);
  if (schema instanceof z.ZodObject && hasNoChecks(schema)) return recordForm(schema);
  return (value) => {
    const result = z.safeParse(schema, value);
    return result.success && result.data === value;
  };
}

function hasNoChecks({ def }: z.ZodArray | z.ZodObject): boolean {
  return (def.checks ?? []).length === 0;
}

function listForm({ element }: z.ZodArray): IsPlain {
  const isPlain = plainFormOf(element);
  return (value) => Array.isArray(value) && value.every(isPlain);
}

function recordForm({ shape }: z.ZodObject): IsPlain {
  const fields = new Map<string, { readonly isPlain: IsPlain; readonly needed: number }>();
  let needed = 0;
  for (const [key, field] of Object.entries(shape)) {
    const isPlain = plainFormOf(field);
    const isNeeded = !isPlain(undefined);
    if (isNeeded) needed += 1;
    fields.set(key, { isPlain, needed: isNeeded ? 1 : 0 });
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const key in value) {
      const field = fields.get(key);
      if (field === undefined) return false;
      if (!field.isPlain((value as Readonly<Record<string, unknown>>)[key])) return false;
      found += field.needed;
    }
    return found === needed;
  };
}
