import * as z from 'zod';

const trait = z.string().min(1).optional();

const seconds = (usual: number) => z.number().min(1).max(86_400).default(usual);

const traits = z.strictObject({
  vatId: trait.describe('Trait that holds the VAT id.'),
  purchaseOrder: trait.describe('Trait that holds the customer’s order number.'),
  contact: trait.describe('Trait that holds the person or department to write to.'),
  language: trait.describe('Trait that holds the language, as BCP 47: `de-DE`.'),
  timeZone: trait.describe('Trait that holds the time zone: `Europe/Berlin`.'),
  addressLine: trait.describe(
    'Trait that holds a second line of the address, which Amberflo lacks.',
  ),
  recipients: trait.describe('Trait that holds e-mail addresses, in place of the customer’s own.'),
  identifiers: z
    .record(z.string().min(1), z.string().min(1))
    .default({})
    .describe('Other numbers: their name on paper and the trait: `{"EIN": "tax_number"}`.'),
});

const timeouts = z.strictObject({
  connect: seconds(10).describe('Until the connection stands. Default: 10.'),
  headers: seconds(60).describe('Until the answer begins. Default: 60.'),
  body: seconds(60).describe('Between two pieces of the answer. Default: 60.'),
  total: seconds(1800).describe('For the whole answer. Default: 1800.'),
});

/** How invoices and customers are had from Amberflo. */
export const fetchSchema = z.strictObject({
  baseUrl: z
    .string()
    .default('https://app.amberflo.io')
    .describe('Address of the API. Default: https://app.amberflo.io.'),
  apiKeyFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File with the API key, relative to this configuration file; readable by its owner only. AMBERFLO_API_KEY in the environment wins.',
    ),
  concurrency: z.int().min(1).max(8).default(8).describe('Requests at a time. Default: 8.'),
  attempts: z
    .int()
    .min(1)
    .max(20)
    .default(5)
    .describe('How often a request is made at most. Default: 5.'),
  productId: z.string().min(1).default('1').describe('Amberflo’s product. Default: 1.'),
  fromCache: z
    .boolean()
    .default(true)
    .describe('Take the final, fully processed amounts. Default: true.'),
  withPaymentStatus: z
    .boolean()
    .default(false)
    .describe('Ask the payment provider whether invoices are paid; slow. Default: false.'),
  list: z
    .enum(['all', 'paginated'])
    .default('all')
    .describe(
      'A customer’s invoices in one answer, or page by page; after a 504 always page by page. Default: all.',
    ),
  pageSize: z.int().min(1).max(100).default(10).describe('Invoices in a page. Default: 10.'),
  customerPageSize: z
    .int()
    .min(1)
    .max(1000)
    .default(200)
    .describe('Customers in a page. Default: 200.'),
  timeouts: timeouts.prefault({}).describe('Longest waits, in seconds.'),
  traits: traits.prefault({}).describe('Which traits of a customer hold what.'),
});

/** How invoices and customers are had from Amberflo, with defaults in place of what was left out. */
export type FetchSettings = z.output<typeof fetchSchema>;
