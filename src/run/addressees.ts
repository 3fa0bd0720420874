import { countryNames, readCustomerFacts } from '../config/read-customer-facts.ts';
import type { Config } from '../config/schema.ts';
import { rememberSettings } from '../config/settings-memory.ts';
import type { LetterSettings } from '../config/settings-mail.ts';
import type { Settings } from '../config/settings.ts';
import type { Mailbox } from '../mail/mail.ts';
import { SKIP } from './task.ts';

/** Who gets the mail of an invoice, and what it looks like from outside. Kept, so that every sending is the same. */
export interface Addressees {
  /** Everybody who gets it, copies too; each has a message and a record of his own. */
  readonly recipients: readonly string[];
  /** Those that the message names in To. */
  readonly to: readonly Mailbox[];
  readonly letter: LetterSettings;
  readonly locale: string;
  /** Why nobody gets it; null where there is somebody. */
  readonly nobody: string | null;
}

/** Who gets the invoices of a customer. Copies go out only with a mail. */
export function addresseesOf(settings: Settings, testCustomers: readonly string[]): Addressees {
  const { customer, letter, locale } = settings;
  const { name } = customer;
  const all =
    customer.recipients.length === 0 ? [] : [...customer.recipients, ...letter.cc, ...letter.bcc];
  const recipients = [...new Map(all.map((one) => [one.toLowerCase(), one])).values()];
  const to = customer.recipients.map((address) => ({ name, address }));
  return { recipients, to, letter, locale, nobody: nobody(settings, testCustomers) };
}

function nobody({ customer, letter }: Settings, testCustomers: readonly string[]): string | null {
  if (!letter.send) return SKIP.off;
  if (testCustomers.includes(customer.id)) return SKIP.testMail;
  return customer.recipients.length === 0 ? SKIP.noAddress : null;
}

/** The same by the configuration alone, for invoices that were rendered before it changed. */
export function addresseesFrom(
  config: Config,
): (customer: string, facts: unknown) => Addressees | null {
  const countries = countryNames();
  const resolveSettings = rememberSettings();
  return (customer, given) => {
    const facts = readCustomerFacts(given, config.fetch.traits, countries);
    const settings = resolveSettings(config, customer, {}, facts.ok ? facts.value : null);
    return settings.ok ? addresseesOf(settings.value, config.mail.testCustomers) : null;
  };
}
