import { failure, type Failure } from '../failure.ts';
import type { EInvoice, TaxCategory } from './e-invoice.ts';
import type { EInvoiceSource, Profile } from './source.ts';

/** A business term that a valid document needs. */
interface Requirement {
  /** `BT-31 seller VAT identifier`. */
  readonly term: string;
  /** Key of the configuration that gives it. */
  readonly key: string;
  readonly isThere: boolean;
  /** Why it is needed, where not every document needs it. */
  readonly because?: string;
  readonly hint?: string;
}

/** Everything that is missing for a valid document, as the keys of the configuration that would give it. */
export function missingTerms(
  invoice: EInvoice,
  source: EInvoiceSource,
  profile: Profile,
): readonly Failure[] {
  const all = [
    ...always(invoice, source),
    ...forTaxes(invoice),
    ...forDocument(invoice),
    ...(profile === 'en16931' ? [] : forNetworks(invoice, profile)),
    ...(profile === 'xrechnung' ? forAuthorities(invoice) : []),
  ];
  return all.filter(({ isThere }) => !isThere).map(asFailure);
}

function asFailure({ term, key, because, hint }: Requirement): Failure {
  return failure('e-invoice', key, `The electronic invoice lacks ${term}`, {
    expected: because ?? 'what every invoice by EN 16931 states',
    found: 'nothing',
    hint: hint ?? `Set ${key}, or eInvoice.profile to none.`,
  });
}

function always({ seller, buyer }: EInvoice, { invoice, tax }: EInvoiceSource): Requirement[] {
  const { code, digits } = invoice.columns.payment;
  return [
    { term: 'BT-27 seller name', key: 'seller.name', isThere: seller.name !== '' },
    {
      term: 'BT-40 seller country',
      key: 'seller.address.country',
      isThere: seller.address.country !== '',
    },
    {
      term: 'BT-55 buyer country',
      key: 'customers.NAME.address.country',
      isThere: buyer.address.country !== '',
    },
    {
      term: 'BT-118 VAT category: no rule says how the invoice is taxed',
      key: 'tax.rules',
      isThere: tax.rows.length > 0,
    },
    {
      term: `BT-5 a currency of at most two decimals: amounts in ${code} have ${digits}`,
      key: 'eInvoice.profile',
      isThere: digits <= 2,
      hint: 'EN 16931 cannot state such amounts. Set eInvoice.profile to none.',
    },
  ];
}

/** Categories for which the seller's VAT id, or a tax number, has to be there (BR-S-02 and its kin). */
const SELLER_NUMBERED: ReadonlySet<TaxCategory> = new Set(['S', 'Z', 'E']);
const SELLER_VAT_ID: ReadonlySet<TaxCategory> = new Set(['K', 'G', 'AE']);

function forTaxes({ seller, buyer, taxes }: EInvoice): Requirement[] {
  const categories = new Set(taxes.map(({ category }) => category));
  const some = (set: ReadonlySet<TaxCategory>) => [...categories].some((one) => set.has(one));
  const known = seller.id ?? seller.legalId ?? seller.vatId;
  const { vatId, taxNumber } = seller;
  const buyerKnown = buyer.vatId ?? (categories.has('K') ? null : buyer.legalId);
  return [
    {
      term: 'BT-31 seller VAT identifier',
      key: 'seller.vatId',
      isThere: vatId !== null || !some(SELLER_VAT_ID),
      because: 'a VAT id where no VAT is charged (BR-AE-02, BR-IC-02, BR-G-02)',
    },
    {
      term: 'BT-31 seller VAT identifier',
      key: 'seller.vatId',
      isThere: (vatId ?? taxNumber) !== null || !some(SELLER_NUMBERED),
      because: 'a VAT id or tax number where VAT is charged (BR-S-02)',
    },
    {
      term: 'BT-30 seller legal registration identifier',
      key: 'eInvoice.sellerLegalId',
      isThere: known !== null,
      because: 'a number by which the seller is known (BR-CO-26)',
    },
    {
      term: 'BT-48 buyer VAT identifier',
      key: 'customers.NAME.vatId',
      isThere: buyerKnown !== null || !(categories.has('AE') || categories.has('K')),
      because: 'the VAT id of a customer who owes the VAT (BR-AE-02, BR-IC-02)',
    },
    {
      term: 'BT-118 a VAT category: O cannot stand beside another one',
      key: 'tax.rules',
      isThere: !categories.has('O') || categories.size === 1,
      because: 'only charges outside the scope of VAT (BR-O-11 to BR-O-14)',
      hint: 'Choose another category in tax.rules, or bill them apart.',
    },
    ...taxes
      .filter(({ category }) => category === 'E')
      .map(({ reason, reasonCode }) => ({
        term: 'BT-120 VAT exemption reason',
        key: 'tax.rules[].texts',
        isThere: (reason ?? reasonCode) !== null,
        because: 'the reason of an exemption (BR-E-10)',
      })),
  ];
}

function forDocument({ kind, preceding, due, terms, totals }: EInvoice): Requirement[] {
  return [
    {
      term: 'BT-25 preceding invoice reference',
      key: 'documents.NAME.original',
      isThere: kind !== '381' || preceding.length > 0,
      because: 'the number of the invoice that a credit note is for',
    },
    {
      term: 'BT-9 payment due date',
      key: 'terms.days',
      isThere: (due ?? terms) !== null || totals.due.startsWith('-'),
      because: 'a due date or terms where something is to be paid (BR-CO-25)',
    },
  ];
}

function forNetworks({ seller, buyer, buyerReference, purchaseOrder }: EInvoice, profile: Profile) {
  const because = `electronic addresses, as ${profile === 'peppol' ? 'Peppol' : 'XRechnung'} wants`;
  return [
    {
      term: 'BT-34 seller electronic address',
      key: 'eInvoice.sellerEndpoint',
      isThere: seller.endpoint !== null,
      because,
    },
    {
      term: 'BT-49 buyer electronic address',
      key: 'eInvoice.buyerEndpoint',
      isThere: buyer.endpoint !== null,
      because,
    },
    {
      term: 'BT-10 buyer reference',
      key: 'eInvoice.buyerReference',
      isThere: buyerReference !== null || (profile === 'peppol' && purchaseOrder !== null),
      because: 'a buyer reference (BR-DE-15), or for Peppol a purchase order (R003)',
    },
  ];
}

function forAuthorities({ seller, buyer, payment }: EInvoice): Requirement[] {
  const rule = (term: string, key: string, value: unknown, because: string): Requirement => ({
    term,
    key,
    isThere: value !== null && value !== undefined,
    because: `what XRechnung wants (${because})`,
  });
  return [
    rule('BG-16 payment instructions', 'seller.bankAccounts', payment, 'BR-DE-1'),
    rule('BT-41 seller contact', 'seller.name', seller.contact?.name, 'BR-DE-5'),
    rule('BT-42 seller telephone', 'seller.phone', seller.contact?.phone, 'BR-DE-6'),
    rule('BT-43 seller e-mail address', 'seller.email', seller.contact?.email, 'BR-DE-7'),
    rule('BT-37 seller city', 'seller.address.city', seller.address.city, 'BR-DE-3'),
    rule(
      'BT-38 seller post code',
      'seller.address.postalCode',
      seller.address.postalCode,
      'BR-DE-4',
    ),
    rule('BT-52 buyer city', 'customers.NAME.address.city', buyer.address.city, 'BR-DE-8'),
    rule(
      'BT-53 buyer post code',
      'customers.NAME.address.postalCode',
      buyer.address.postalCode,
      'BR-DE-9',
    ),
  ];
}
