import * as z from 'zod';
import { isoCurrency } from '../money/currency.ts';

/*
 * The values that fields of the wire form have. By convention the message of every issue is what was expected
 * (`a number`); describe-issues.ts makes the sentence around it.
 */

/** Beyond this a double no longer counts single units, and its decimal form grows without end. */
const LARGEST = 1e21;

/** 9999-12-31T23:59:59Z, the last second with a four-digit year. */
const LAST_SECOND = 253_402_300_799;

/** For the values that invoices are full of: whether one is already what its schema would make of it. */
export const plainValues = z.registry<{ readonly isPlain: (value: unknown) => boolean }>();

function withPlain<Schema extends z.ZodType>(
  schema: Schema,
  isPlain: (value: unknown) => boolean,
): Schema {
  plainValues.add(schema as z.ZodType, { isPlain });
  return schema;
}

/** Text that may be empty; white space around it says nothing. */
export const text = withPlain(
  z.string('a string').trim(),
  (value) => typeof value === 'string' && value.trim() === value,
);

/** Text that identifies or names something, kept to the letter. */
export const name = withPlain(
  z.string('a string').refine((value) => value.trim() !== '', 'a string that is not empty'),
  (value) => typeof value === 'string' && value.trim() !== '',
);

/** An amount of money or units: any finite number of a size that a bill can have. */
export const amount = withPlain(
  z
    .number('a number')
    .refine((value) => Math.abs(value) < LARGEST, 'a number between -1e21 and 1e21'),
  isAmount,
);

/** Seconds since 1970-01-01T00:00:00Z. */
export const seconds = withPlain(
  z.number('a number').refine(isMoment, 'whole seconds since 1970'),
  (value) => typeof value === 'number' && isMoment(value),
);

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const milliseconds = withPlain(
  z
    .number('a number')
    .refine((value) => isMoment(Math.floor(value / 1000)), 'milliseconds since 1970'),
  (value) => typeof value === 'number' && isMoment(Math.floor(value / 1000)),
);

/** A yes or no. */
export const flag = withPlain(z.boolean('true or false'), (value) => typeof value === 'boolean');

/** A whole number from one bound to the other. */
export function wholeNumber(from: number, to: number) {
  const isWithin = (value: number) => Number.isInteger(value) && value >= from && value <= to;
  return withPlain(
    z.number('a number').refine(isWithin, `a whole number from ${from} to ${to}`),
    (value) => typeof value === 'number' && isWithin(value),
  );
}

/** An object with these fields, and perhaps others. */
export function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.object(shape, 'an object');
}

/** A list, or null or nothing for an empty one. */
export function list<Element extends z.core.SomeType>(element: Element) {
  return z.array(element, 'a list').nullish();
}

const code = withPlain(
  text.refine((value) => isoCurrency(value) !== null, 'an ISO 4217 currency code'),
  (value) => typeof value === 'string' && value.trim() === value && isoCurrency(value) !== null,
);

/** A currency, as both forms that Amberflo is known to send: `"USD"` and `{"currencyCode":"USD"}`. */
export const currency = z.union([code, record({ currencyCode: code })], 'a currency code');

/** Units by tier; null, nothing and the `""` of Amberflo's printed examples mean none. */
export const tiers = map('a number', isAmount);

/** Dimension values by name; null, nothing and the `""` of Amberflo's printed examples mean none. */
export const dimensions = map('a string or null', (value): value is string | null => {
  return typeof value === 'string' || value === null;
});

/** A map with any keys. Every entry is looked at, also `__proto__`, which zod's own record leaves out. */
function map<Value>(expected: string, isValue: (value: unknown) => value is Value) {
  const schema = z
    .custom<Readonly<Record<string, Value>> | '' | null | undefined>()
    .superRefine((value: unknown, context) => {
      if (isNone(value)) return;
      if (typeof value !== 'object' || Array.isArray(value)) {
        context.addIssue({ code: 'custom', message: 'an object', input: value });
        return;
      }
      for (const [key, entry] of Object.entries(value)) {
        if (!isValue(entry))
          context.addIssue({ code: 'custom', message: expected, path: [key], input: entry });
      }
    });
  return withPlain(schema, (value) => {
    if (isNone(value)) return true;
    if (typeof value !== 'object' || Array.isArray(value)) return false;
    return Object.values(value).every(isValue);
  }).optional();
}

function isNone(value: unknown): value is '' | null | undefined {
  return value === null || value === undefined || value === '';
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < LARGEST;
}

function isMoment(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= LAST_SECOND;
}
