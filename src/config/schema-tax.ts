import * as z from 'zod';
import { CHARGE_KINDS, TAX_CATEGORIES } from './settings-tax.ts';
import { isoDate } from './schema-date.ts';

const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).max(200).default([]);

const PERCENT = /^\d{1,3}(\.\d{1,6})?$/;
const WORDINGS = [
  'reverseCharge',
  'intraCommunity',
  'export',
  'exempt',
  'notSubject',
  'smallBusiness',
  '',
] as const;

const rule = z
  .strictObject({
    entities: listOf(z.string()).describe(
      'Selling entities that the rule is for: keys of `entities`, or `seller`. Default: all.',
    ),
    countries: listOf(
      z.string().regex(/^!?[A-Z]{2}$/, 'a country code, EU, or one of them after !'),
    ).describe(
      'Countries of the customer: `DE`, `EU` for the member states, `!DE` for any but this one. Default: all.',
    ),
    customer: z
      .enum(['business', 'consumer'])
      .nullable()
      .default(null)
      .describe('Only business customers, or only consumers. Default: both.'),
    charges: listOf(z.enum(CHARGE_KINDS)).describe('Kinds of charges. Default: all.'),
    ids: listOf(z.string()).describe(
      'Ids of product items, meters, fees, commitments or promotions. Default: all.',
    ),
    category: z
      .enum(TAX_CATEGORIES)
      .describe(
        'EN 16931 category: S standard, Z zero rated, E exempt, AE reverse charge, K intra-community supply, G export, O not subject to tax.',
      ),
    rate: z
      .string()
      .regex(PERCENT, 'percent as a decimal in quotation marks, such as "19"')
      .default('0')
      .describe('Percent as a decimal string: `"19"`, `"8.1"`. Only with category S.'),
    reason: z
      .string()
      .regex(/^(VATEX-[A-Z0-9-]{2,40})?$/, 'a code of the VATEX list, such as VATEX-EU-AE')
      .default('')
      .describe('Why no tax is charged, as a code of the VATEX list.'),
    wording: z
      .enum(WORDINGS)
      .default('')
      .describe(
        'Sentence to print, as a key below `tax.note.` of the messages: `reverseCharge`, `intraCommunity`, `export`, `exempt`, `notSubject`, `smallBusiness`. Default: the category’s.',
      ),
    texts: z
      .record(z.string(), z.string())
      .default({})
      .describe('The sentence itself, by language: `{"en": "…"}`. Wins over `wording`.'),
  })
  .refine(({ category, rate }) => (category === 'S') === /[1-9]/.test(rate), {
    message: 'a rate above zero with category S, and none with any other (zero rated is Z)',
    path: ['rate'],
  });

const accountingRate = z.strictObject({
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,12})?$/, 'a decimal in quotation marks, such as "0.92"')
    .refine((rate) => /[1-9]/.test(rate), 'a rate above zero')
    .describe('1 unit of the payment currency in the accounting currency, as a decimal string.'),
  date: isoDate.describe('Day of the rate.'),
  source: z.string().min(1).describe('Who published it: `European Central Bank`.'),
});

const accounting = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, ISO 4217')
    .describe('The seller’s own currency, in which the tax is stated too.'),
  rates: z
    .record(z.string().regex(/^[A-Z]{3}$/), accountingRate)
    .default({})
    .describe('Rates by payment currency.'),
});

/** How tax is charged. */
export const taxSchema = z.strictObject({
  prices: z
    .enum(['exclusive', 'inclusive'])
    .optional()
    .describe('Whether the source’s prices come before tax or hold it. Default: exclusive.'),
  rules: z
    .array(rule)
    .max(1000)
    .optional()
    .describe('Rules; the first one that fits a charge holds. Without rules there is no tax.'),
  title: z
    .enum(['auto', 'plain'])
    .optional()
    .describe(
      '`auto`: “Tax invoice” and the like where the seller’s country wants the word. Default: auto.',
    ),
  accounting: accounting
    .nullable()
    .optional()
    .describe('Tax in the seller’s own currency, where customers pay in another one.'),
});
