import * as z from 'zod';
import { layerShape } from './schema-layer.ts';
import { mailAddress } from './schema-mail.ts';
import { addressSchema, identifierSchema, vatIdSchema } from './schema-seller.ts';

const text = z.string().default('');

/** A brand: how the sheet looks. */
export const brandSchema = z.strictObject({
  ...layerShape,
  name: text.describe('Name of the brand, printed where there is no logo.'),
});

/** A group of customers that share settings. */
export const groupSchema = z.strictObject({
  ...layerShape,
  entity: z.string().optional().describe('Key of `entities` that sells to this group.'),
  brand: z.string().optional().describe('Key of `brands` for this group.'),
});

/** A customer. */
export const customerSchema = z.strictObject({
  ...layerShape,
  entity: z.string().optional().describe('Key of `entities` that sells to this customer.'),
  brand: z.string().optional().describe('Key of `brands` for this customer.'),
  group: z.string().optional().describe('Key of `groups` that this customer is in.'),
  name: text.describe('Name to bill to. Default: the customer id.'),
  contact: text.describe('Person or department, printed under the name.'),
  address: addressSchema.prefault({}).describe('Postal address.'),
  vatId: vatIdSchema.describe('VAT id with its country prefix; makes the customer a business.'),
  kind: z
    .enum(['business', 'consumer'])
    .optional()
    .describe('Business or consumer. Default: a business if there is a VAT id.'),
  identifiers: z.array(identifierSchema).default([]).describe('Tax and company numbers.'),
  purchaseOrder: text.describe('The customer’s order number.'),
  recipients: z.array(mailAddress).default([]).describe('E-mail addresses that get the invoice.'),
});
