import * as z from 'zod';

const retention = z.strictObject({
  years: z.int().min(1).max(100).describe('Years that a file must stay unchanged.'),
  endOfYear: z
    .boolean()
    .default(true)
    .describe(
      'Count from the end of the calendar year of the invoice, as tax laws do. Default: true.',
    ),
  mode: z
    .enum(['COMPLIANCE', 'GOVERNANCE'])
    .default('COMPLIANCE')
    .describe('S3 Object Lock mode; COMPLIANCE binds administrators too. Default: COMPLIANCE.'),
});

const bucket = z.strictObject({
  bucket: z
    .string()
    .min(3)
    .describe('Name of the bucket; for retention it needs versioning and Object Lock.'),
  prefix: z.string().default('').describe('Text before every key, such as `invoices/`.'),
  region: z.string().default('us-east-1').describe('Region of the bucket. Default: us-east-1.'),
  endpoint: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address of a server other than Amazon’s.'),
  pathStyle: z
    .boolean()
    .default(false)
    .describe(
      'Name the bucket in the path instead of the host, as most other servers need. Default: false.',
    ),
  encryption: z
    .enum(['none', 'AES256', 'aws:kms'])
    .default('none')
    .describe(
      'Encryption on the server, where the bucket does not do it by itself. Default: none.',
    ),
  kmsKey: z.string().optional().describe('Key for `aws:kms`. Default: the account’s own.'),
});

/** Words that a key pattern may hold between braces. */
const WORDS = /\{(?!(?:period|year|month|customer|number|revision|sha256)\})/;

/** Where finished files are archived. */
export const archiveSchema = z
  .strictObject({
    type: z.enum(['folder', 's3']).default('folder').describe('Kind of archive. Default: folder.'),
    folder: z
      .string()
      .min(1)
      .default('output/archive')
      .describe('Folder of the archive. Default: output/archive.'),
    pattern: z
      .string()
      .min(1)
      .refine(
        (pattern) => !WORDS.test(pattern),
        'no other braces than {period}, {year}, {month}, {customer}, {number}, {revision} and {sha256}',
      )
      .refine(
        (pattern) => /\{(?:number|sha256)\}/.test(pattern),
        'text with {number} or {sha256}, so that every invoice has a place of its own',
      )
      .default('{period}/{customer}/{number}')
      .describe(
        'Place of a file in the archive, without its extension. Default: `{period}/{customer}/{number}`.',
      ),
    retention: retention
      .optional()
      .describe('How long files must stay; enforced by S3 Object Lock.'),
    s3: bucket
      .optional()
      .describe(
        'Bucket for `"type": "s3"`. Credentials come from the environment or the AWS files, never from here.',
      ),
  })
  .refine(({ type, s3 }) => type !== 's3' || s3 !== undefined, {
    error: 's3.bucket, as the type is s3',
    path: ['s3'],
  });

/** Where finished files are archived, with defaults in place of what was left out. */
export type ArchiveSettings = z.output<typeof archiveSchema>;
