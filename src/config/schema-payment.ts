import * as z from 'zod';
import { isoDate } from './schema-date.ts';
import { DOCUMENT_KINDS } from './settings-document.ts';

const LINK = /^https:\/\/[^\s<>"{}|\\^`/]+(\/[^\s<>"|\\^`]*)?$/;
const PLACES = /\{(?!(?:number|customer|amount|currency)\})/;

/** Ways to pay besides the bank accounts. */
export const paymentSchema = z.strictObject({
  link: z
    .string()
    .max(500)
    .regex(LINK, 'an https address')
    .refine(
      (link) => !PLACES.test(link),
      'an address with no other braces than {number}, {customer}, {amount} and {currency}',
    )
    .optional()
    .describe(
      'Address (https) to pay at, with {number}, {customer}, {amount} and {currency} of the invoice.',
    ),
  codes: z
    .enum(['auto', 'off'])
    .optional()
    .describe(
      'QR codes to pay with, where the account allows: EPC code for an IBAN in EUR, Swiss QR-bill for a Swiss or Liechtenstein IBAN in CHF or EUR. Default: auto.',
    ),
  referencePrefix: z
    .string()
    .regex(/^\d{0,12}$/, 'up to 12 digits')
    .optional()
    .describe('Digits that QR references begin with, as the bank of a QR-IBAN demands them.'),
});

const text = z.string().max(200).default('');

const documentRecord = z.strictObject({
  kind: z
    .enum(DOCUMENT_KINDS)
    .default('invoice')
    .describe('What the document is: `invoice`, `credit-note` or `receipt`. Default: invoice.'),
  original: z
    .strictObject({
      number: z.string().min(1).max(200).describe('Number of the invoice that is corrected.'),
      date: isoDate.or(z.literal('')).default('').describe('Its date.'),
    })
    .nullable()
    .default(null)
    .describe('The invoice that a credit note corrects.'),
  paid: z
    .strictObject({
      date: isoDate.or(z.literal('')).default('').describe('Day of the payment.'),
      method: text.describe('How it was paid: `Bank transfer`, `Visa ending in 4242`.'),
      reference: text.describe('The payment’s own reference.'),
    })
    .nullable()
    .default(null)
    .describe('How the invoice was paid, for its receipt.'),
});

/** Facts on single documents, by the invoice’s URI. */
export const documentsSchema = z
  .record(z.string(), documentRecord)
  .default({})
  .describe('Facts on single documents that the data does not hold, by `invoiceUri`.');
