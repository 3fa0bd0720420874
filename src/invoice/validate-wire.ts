import { failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { describeFound, pathBelow } from '../fetch/raw-invoice.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { describeIssues } from './describe-issues.ts';
import { limitFailures } from './limit-failures.ts';
import { plainFormOf } from './plain-form.ts';
import { invoiceSchema } from './schema.ts';
import type { WireInvoice } from './schema.ts';
import { unknownFieldsOf } from './unknown-fields.ts';

const isPlain = plainFormOf(invoiceSchema);
const unknownFields = unknownFieldsOf(invoiceSchema);

/** The wire form of an invoice, or everything that is wrong with it; unknown fields are warnings either way. */
export function validateWire({ body, path }: RawInvoice): Outcome<WireInvoice> {
  if (!isLikeInvoice(body)) return failed([noInvoice(body, path)]);
  if (isPlain(body) && wrongPeriod(body, path).length === 0)
    return success(body as unknown as WireInvoice);
  const result = invoiceSchema.safeParse(body, { reportInput: true });
  const issues = result.success ? [] : describeIssues(result.error.issues, path);
  const failures = limitFailures([...issues, ...wrongPeriod(body, path)], path);
  const warnings = unknownFields(body, path);
  return result.success && failures.length === 0
    ? success(result.data, warnings)
    : failed(failures, warnings);
}

type Body = Readonly<Record<string, unknown>>;

/** Whether the body has any field of an invoice; without one, a list of everything missing would help nobody. */
function isLikeInvoice(body: unknown): body is Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  return Object.keys(body).some((key) => Object.hasOwn(invoiceSchema.shape, key));
}

function noInvoice(body: unknown, path: string): Failure {
  return failure('invoice', path, 'This is not an invoice', {
    expected: "an object with an invoice's fields",
    found: describeFound(body),
  });
}

/** Told beside what the schema finds, hence looked at before it is known that both are numbers. */
function wrongPeriod(body: Body, path: string): readonly Failure[] {
  const start = body['invoiceStartTimeInSeconds'];
  const end = body['invoiceEndTimeInSeconds'];
  if (typeof start !== 'number' || typeof end !== 'number' || start < end) return [];
  const place = pathBelow(path, ['invoiceEndTimeInSeconds']);
  return [
    failure('invoice', place, 'The billing period must end after it begins', {
      expected: `a number above ${start}`,
      found: describeFound(end),
    }),
  ];
}
