import * as z from 'zod';

/** Who signs the files. */
export const signatureSchema = z.strictObject({
  p12: z
    .string()
    .min(1)
    .describe('PKCS #12 file with key and certificate, relative to this configuration file.'),
  passphraseFile: z
    .string()
    .min(1)
    .optional()
    .describe('File that holds the passphrase, relative to this configuration file.'),
  passphraseEnv: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .default('PLATEN_SIGNATURE_PASSPHRASE')
    .describe('Environment variable that holds the passphrase.'),
  reason: z.string().max(200).default('').describe('Why the file is signed.'),
  location: z.string().max(200).default('').describe('Where the file is signed.'),
});

/** Who signs the files, with defaults in place of what was left out. */
export type SignatureConfig = z.output<typeof signatureSchema>;
