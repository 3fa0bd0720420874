import * as z from 'zod';
import { brandSchema, customerSchema, groupSchema } from './schema-parties.ts';
import { documentsSchema } from './schema-payment.ts';
import { layerShape } from './schema-layer.ts';
import { archiveSchema } from './schema-archive.ts';
import { fetchSchema } from './schema-fetch.ts';
import { mailSchema } from './schema-mail.ts';
import { ledgerSchema, runSchema } from './schema-run.ts';
import { signatureSchema } from './schema-signature.ts';
import { sellerSchema } from './schema-seller.ts';

const named = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema).default({});

/** The configuration file: every key with its meaning; a key that is not here is an error. */
export const configSchema = z
  .strictObject({
    ...layerShape,
    fetch: fetchSchema.prefault({}).describe('How invoices are had from Amberflo.'),
    archive: archiveSchema.prefault({}).describe('Where finished files are archived.'),
    mail: mailSchema.prefault({}).describe('How invoices are mailed.'),
    ledger: ledgerSchema.prefault({}).describe('Where the record of runs is kept.'),
    run: runSchema.prefault({}).describe('How a billing run works.'),
    $schema: z.string().optional().describe('Where editors find the JSON Schema of this file.'),
    seller: sellerSchema
      .prefault({})
      .describe('Who sends the invoices, unless a brand, group or customer names another entity.'),
    entities: named(sellerSchema).describe('Other selling entities, by a name of your choice.'),
    brands: named(brandSchema).describe('Brands, by a name of your choice.'),
    groups: named(groupSchema).describe('Groups of customers, by a name of your choice.'),
    customers: named(customerSchema).describe('Customers, by their Amberflo customer id.'),
    documents: documentsSchema,
    signature: signatureSchema.optional().describe('Sign every file (PAdES). Default: none.'),
    entity: z.string().optional().describe('Key of `entities` to use instead of `seller`.'),
    brand: z.string().optional().describe('Key of `brands` to use where nothing else names one.'),
  })
  .describe('Configuration of Platen.');

/** The configuration, checked, with defaults in place of what was left out. */
export type Config = z.output<typeof configSchema>;
