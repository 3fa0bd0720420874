import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { andThen, type Outcome } from '../failure.ts';
import { createAmberflo, type Amberflo } from '../fetch/amberflo.ts';
import type { FetchRecord } from '../fetch/fetched.ts';
import type { Clock } from '../fetch/link.ts';
import { readApiKey } from '../fetch/read-api-key.ts';
import type { LoadedConfig } from './load-config.ts';

/** The time and the chance of this machine. */
export const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => wait(milliseconds),
  random: () => Math.random(),
};

/** Amberflo’s API by the configuration, with the key from the environment or from `fetch.apiKeyFile`. */
export function openAmberflo(
  { config, folder }: LoadedConfig,
  onRecord: (record: FetchRecord) => void,
): Outcome<Amberflo> {
  const { apiKeyFile, timeouts, ...settings } = config.fetch;
  const file = apiKeyFile === undefined ? null : resolve(folder ?? '.', apiKeyFile);
  const key = readApiKey({ environment: process.env['AMBERFLO_API_KEY'], file });
  return andThen(key, (apiKey) =>
    createAmberflo({
      ...settings,
      timeouts: {
        connect: timeouts.connect * 1000,
        headers: timeouts.headers * 1000,
        body: timeouts.body * 1000,
        total: timeouts.total * 1000,
      },
      apiKey,
      clock: machineClock,
      onRecord,
    }),
  );
}
