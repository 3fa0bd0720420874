import * as z from 'zod';
import { layerShape } from './schema-layer.ts';
import { isVatId } from './vat-id.ts';

const text = z.string().default('');

/** A VAT id with its country prefix; empty without one. */
export const vatIdSchema = z
  .string()
  .refine((id) => id === '' || isVatId(id), 'a VAT id with its country prefix, such as DE123456789')
  .default('');

/** A postal address. */
export const addressSchema = z.strictObject({
  lines: z.array(z.string()).default([]).describe('Street and the like, one printed line each.'),
  postalCode: text.describe('Postal code.'),
  city: text.describe('City.'),
  state: text.describe('State, province or region.'),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'two capital letters, ISO 3166-1')
    .default('')
    .describe('Country code, ISO 3166-1 alpha-2.'),
});

/** A number with the name that it has on paper. */
export const identifierSchema = z.strictObject({
  label: z.string().min(1).describe('Its name on paper: `VAT ID`, `EIN`, `SIREN`.'),
  value: z.string().min(1).describe('The number.'),
});

const bankAccountSchema = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, ISO 4217')
    .nullable()
    .default(null)
    .describe('Currency that this account is for; null for any.'),
  holder: text.describe('Account holder. Default: the seller.'),
  bank: text.describe('Name of the bank.'),
  iban: text.describe('IBAN.'),
  bic: text.describe('BIC (SWIFT).'),
  details: z
    .array(identifierSchema)
    .default([])
    .describe('Other numbers: account and routing number, sort code.'),
});

/** A selling entity. */
export const sellerSchema = z.strictObject({
  ...layerShape,
  name: text.describe('Legal name.'),
  address: addressSchema.prefault({}).describe('Postal address.'),
  email: text.describe('E-mail address for questions.'),
  phone: text.describe('Telephone number for questions.'),
  website: text.describe('Web site.'),
  vatId: vatIdSchema.describe('VAT id with its country prefix: `DE123456789`.'),
  taxId: text.describe('Tax number, where it is another one than the VAT id.'),
  identifiers: z.array(identifierSchema).default([]).describe('Other tax and company numbers.'),
  registration: z
    .array(z.string())
    .max(3)
    .default([])
    .describe(
      'Legal text of the foot, one entry for each column: company form, register, managers.',
    ),
  bankAccounts: z
    .array(bankAccountSchema)
    .default([])
    .describe('Where customers pay, by currency.'),
  brand: z.string().optional().describe('Key of `brands` for this entity.'),
});
