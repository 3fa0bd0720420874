import * as z from 'zod';

/** Where the record of runs is kept. */
export const ledgerSchema = z.strictObject({
  directory: z
    .string()
    .min(1)
    .default('output/ledger')
    .describe('Folder of the embedded ledger, for one process at a time. Default: output/ledger.'),
  url: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address that begins with postgres://')
    .optional()
    .describe(
      'Address of a PostgreSQL server, `postgres://user@host/database`, in place of the folder; any number of workers share it. PLATEN_LEDGER_URL in the environment wins, and is the place for a password.',
    ),
});

/** How a billing run works. */
export const runSchema = z.strictObject({
  processes: z
    .int()
    .min(1)
    .max(256)
    .optional()
    .describe('Processes that render. Default: one for each processor.'),
  memory: z
    .int()
    .min(64)
    .max(65_536)
    .default(1024)
    .describe('MiB of heap for each of these processes. Default: 1024.'),
  renderSeconds: z
    .number()
    .positive()
    .max(86_400)
    .default(600)
    .describe('Longest time for rendering one invoice. Default: 600.'),
  patience: z
    .number()
    .min(0)
    .max(86_400)
    .default(60)
    .describe(
      'Seconds to wait for an archive, mail server or database that is out of reach, before the run stops. Default: 60.',
    ),
  mailRetrySeconds: z
    .int()
    .min(0)
    .max(3600)
    .default(15)
    .describe(
      'First wait before a mail that the server put off is tried again; it doubles each time, up to an hour, seven times. Default: 15.',
    ),
});

/** Where the record of runs is kept, with defaults in place of what was left out. */
export type LedgerSettings = z.output<typeof ledgerSchema>;

/** How a billing run works, with defaults in place of what was left out. */
export type RunSettings = z.output<typeof runSchema>;
