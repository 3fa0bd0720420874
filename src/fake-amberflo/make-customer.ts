import type { Account } from './account.ts';
import { chanceOf, uuidOf, type Chance } from './chance.ts';
import type { Country } from './country.ts';
import { countryAt, COUNTRIES } from './places.ts';

/** What is odd about a customer; most are not. */
export type Oddity = 'none' | 'no-address' | 'no-email' | 'test' | 'nothing-used' | 'no-invoices';

/** A customer with what its invoices follow from. */
export interface FakeCustomer {
  readonly index: number;
  readonly id: string;
  readonly country: Country;
  readonly oddity: Oddity;
  /** The object as the API gives it. */
  readonly wire: Readonly<Record<string, unknown>>;
}

const ODDITIES: Readonly<Record<number, Oddity>> = {
  6: 'no-email',
  11: 'no-address',
  14: 'nothing-used',
  18: 'test',
  21: 'no-invoices',
};

/** The customer at an index, counted from 0; always the same one. */
export function makeCustomer(account: Account, index: number): FakeCustomer {
  const chance = chanceOf(account.seed, 'customer', index);
  const country = countryAt(index);
  const oddity = ODDITIES[index % 25] ?? 'none';
  const name = nameOf(country, index, chance);
  const id = `cus-${country.code.toLowerCase()}-${uuidOf(account.seed, index).slice(0, 4)}-${index}`;
  const email = oddity === 'no-email' ? '' : `ap@${id.slice(4)}.example`;
  const wire = {
    customerId: id,
    id,
    customerName: name,
    customerEmail: email,
    description: '',
    enabled: true,
    lifecycleStage: index % 17 === 16 ? 'trial' : 'active',
    test: oddity === 'test',
    createTime: 1_672_531_200_000 + chance.whole(0, 900) * 86_400_000,
    updateTime: 1_759_276_800_000 + chance.whole(0, 300) * 86_400_000,
    deleteTime: 0,
    deactivateTimeStamp: 0,
    traits: traitsOf(country, index, chance),
    address: oddity === 'no-address' ? null : addressOf(country, chance),
  };
  return { index, id, country, oddity, wire };
}

/** The index that a customer id ends with; null where the account has no such customer. */
export function findCustomer(account: Account, id: string): FakeCustomer | null {
  const index = /-(\d{1,9})$/.exec(id)?.[1];
  if (index === undefined || Number(index) >= account.customers) return null;
  const customer = makeCustomer(account, Number(index));
  return customer.id === id ? customer : null;
}

/** Names differ as long as there are enough; then a numeral follows. */
function nameOf({ names, forms }: Country, index: number, chance: Chance): string {
  const round = Math.floor(index / COUNTRIES);
  const name = names[round % names.length] ?? names[0];
  const again = Math.floor(round / names.length);
  const numeral = again === 0 ? '' : ` ${again + 1}`;
  return `${name}${numeral} ${chance.pick(forms)}`.trim();
}

function traitsOf(country: Country, index: number, chance: Chance) {
  const { vatId, taxNumber, language, timeZone } = country;
  return {
    stripeId: `cus_${uuidOf('stripe', index).replaceAll('-', '').slice(0, 14)}`,
    paymentProviderName: 'STRIPE',
    language,
    time_zone: timeZone,
    ...(vatId === null ? {} : { vat_number: digits(vatId, chance) }),
    ...(taxNumber === null ? {} : { [taxNumber[0]]: digits(taxNumber[1], chance) }),
    ...(chance.happens(0.4) ? { po_number: `PO-${chance.whole(10_000, 99_999)}` } : {}),
  };
}

/** A street of the city’s own. */
function addressOf({ cities, streets, numberFirst, code }: Country, chance: Chance) {
  const place = chance.whole(0, cities.length - 1);
  const [city, postalCode, state] = cities[place] ?? cities[0];
  const [street, number] = [streets[place % streets.length] ?? streets[0], chance.whole(1, 180)];
  const line1 = numberFirst ? `${number} ${street}` : `${street} ${number}`;
  return { line1, city, state, postalCode, country: code };
}

/** The form with digits in place of `#`; the first one is no zero. */
function digits(form: string, chance: Chance): string {
  return form.replace(
    /#/g,
    (_, offset: number) => `${chance.whole(offset === form.indexOf('#') ? 1 : 0, 9)}`,
  );
}
