import * as z from 'zod';
import { eInvoiceSchema } from './schema-e-invoice.ts';
import { languageShape } from './schema-language.ts';
import { letterSchema } from './schema-mail.ts';
import { paymentSchema } from './schema-payment.ts';
import { taxSchema } from './schema-tax.ts';
import { usageSchema } from './schema-usage.ts';
import { SEQUENCE } from './settings-sequence.ts';

const meterName = z.strictObject({
  name: z.string().optional().describe('Name to print instead of Amberflo’s product item name.'),
  unit: z.string().optional().describe('Unit to print after quantities: `requests`, `GB-hours`.'),
});

const names = z.strictObject({
  meters: z
    .record(z.string(), meterName)
    .optional()
    .describe('Names and units of metered items, by meter API name or product item id.'),
  dimensions: z
    .record(z.string(), z.string())
    .optional()
    .describe('Names of dimensions: `{"region": "Region"}`.'),
  values: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Names of dimension values, by `dimension=value`: `{"region=eu-west-1": "Ireland"}`.',
    ),
});

const terms = z.strictObject({
  days: z
    .int()
    .min(0)
    .max(3650)
    .nullable()
    .optional()
    .describe('Days from the invoice date to the due date; null prints none.'),
  text: z.string().optional().describe('Sentence on how to pay.'),
});

const OTHER_BRACES = /\{(?!(?:date|year|month|day|hash|customer)\})/;
const WORDS = '{date}, {year}, {month}, {day}, {hash} and {customer}';

const pattern = z
  .string()
  .min(1)
  .refine((text) => !OTHER_BRACES.test(text), `text with no other braces than ${WORDS}`)
  .optional();

/** With one `{sequence}` at most, or `{sequence:5}` for as many digits. */
const sequencePattern = z
  .string()
  .min(1)
  .refine(
    (text) => !OTHER_BRACES.test(text.replace(SEQUENCE, '')),
    `text with no other braces than ${WORDS}, and {sequence} once`,
  )
  .optional();

const numbering = z.strictObject({
  pattern: sequencePattern.describe(
    'Invoice number: text with {date}, {year}, {month}, {day} of the period’s last day, {hash}, {customer}, or {sequence}: a number without gaps that the ledger gives out, {sequence:5} with at least five digits.',
  ),
  creditNote: sequencePattern.describe(
    'Number of credit notes, {sequence} too. Default: `CN-{date}-{hash}`.',
  ),
  receipt: pattern.describe('Number of receipts. Default: `RC-{date}-{hash}`.'),
  statement: pattern.describe(
    'Number of statements of account; the date is theirs. Default: `ST-{date}-{hash}`.',
  ),
});

const customProperty = z
  .string()
  .regex(/^[^;{}<>\\]*$/, 'a CSS value without ; { } < > or a backslash')
  .max(200);

/** Keys that the file itself, an entity, a brand, a group and a customer all may set; the later wins. */
export const layerShape = {
  template: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/i, 'a name of letters, digits and hyphens')
    .optional()
    .describe('Name of the template: a folder of `templates/`.'),
  ...languageShape,
  paper: z
    .enum(['A4', 'Letter'])
    .optional()
    .describe('Paper size. Default: the one of the customer’s country.'),
  number: numbering.optional().describe('How invoices are numbered.'),
  terms: terms.optional().describe('Payment terms.'),
  tax: taxSchema.optional().describe('How tax is charged.'),
  payment: paymentSchema.optional().describe('Ways to pay besides the bank accounts.'),
  names: names.optional().describe('Names for what the data calls by identifiers.'),
  rounding: z
    .enum(['half-up', 'half-even'])
    .optional()
    .describe('How printed amounts are rounded. Default: half-up.'),
  reconcile: z
    .enum(['off', 'warn', 'strict'])
    .optional()
    .describe('What happens when the totals of the source do not add up. Default: warn.'),
  negatives: z
    .enum(['minus', 'brackets'])
    .optional()
    .describe(
      'Negative amounts of tables with a minus sign, or in brackets as accountants write. Default: minus.',
    ),
  mail: letterSchema.optional().describe('What mails look like from outside.'),
  eInvoice: eInvoiceSchema.optional().describe('Electronic invoices.'),
  usage: usageSchema.optional().describe('How usage is explained.'),
  creditDigits: z
    .int()
    .min(0)
    .max(10)
    .optional()
    .describe('Decimals of the credits column. Default: 2.'),
  showExternalStatus: z
    .boolean()
    .optional()
    .describe('Print `externalSystemStatus`. Default: false.'),
  logo: z
    .string()
    .optional()
    .describe('Logo file (SVG, PNG or JPEG) relative to this configuration file.'),
  colors: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/i), customProperty)
    .optional()
    .describe(
      'Custom properties of the template’s style sheet without their dashes: `{"accent": "#0b6e4f"}`.',
    ),
  fonts: z
    .strictObject({
      body: customProperty.optional().describe('Font family of the text.'),
      heading: customProperty.optional().describe('Font family of the headings.'),
    })
    .optional()
    .describe('Font families, as in CSS.'),
  texts: z
    .record(z.string(), z.string())
    .optional()
    .describe('Messages of the template to replace, by key.'),
} as const;
