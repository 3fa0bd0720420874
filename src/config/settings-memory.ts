import { andThen, success, type Outcome } from '../failure.ts';
import { documentSettings, resolveSettings } from './resolve-settings.ts';
import type { Config } from './schema.ts';
import type { Settings } from './settings.ts';

/** Customers whose settings are kept at once. */
const MOST_CUSTOMERS = 500;

/** `resolveSettings` that remembers: settings are the same for all documents of a customer but for a few words about each. */
export function rememberSettings(): typeof resolveSettings {
  const known = new Map<string, Outcome<Settings>>();
  let from: Config | null = null;
  return (config, customerId, overrides = {}, facts = null) => {
    if (config !== from || known.size >= MOST_CUSTOMERS) known.clear();
    from = config;
    const { brand, template, locale, paper, originalDate, paidOn } = overrides;
    const lasting = { brand, template, locale, paper, originalDate, paidOn };
    const key = JSON.stringify([customerId, lasting, facts]);
    const settings = known.get(key) ?? resolveSettings(config, customerId, lasting, facts);
    known.set(key, settings);
    return andThen(settings, (one) => success({ ...one, ...documentSettings(overrides) }));
  };
}
