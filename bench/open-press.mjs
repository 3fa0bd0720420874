import { createPress, readConfig } from '../dist/index.js';
import { account } from './account.mjs';

/** What Platen shares between documents, with the account of the benchmark. */
export function openPress() {
  return createPress(pressOptions());
}

/** The same as plain data, which crosses to worker threads. */
export function pressOptions() {
  const config = readConfig(JSON.stringify(account), 'account.mjs');
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  return { config: config.value };
}
