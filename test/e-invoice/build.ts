import { readFileSync } from 'node:fs';
import { eInvoiceSettings } from '../../src/config/schema-e-invoice.ts';
import type { EInvoiceSettings } from '../../src/config/settings-e-invoice.ts';
import type { TaxRule } from '../../src/config/settings-tax.ts';
import type { Settings } from '../../src/config/settings.ts';
import type { DocumentFacts } from '../../src/document/document.ts';
import type { EInvoiceSource } from '../../src/e-invoice/source.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import { parseInvoice } from '../../src/invoice/parse-invoice.ts';
import { taxInvoice } from '../../src/tax/tax-invoice.ts';
import type { InvoiceView } from '../../src/view/invoice-view.ts';
import { settings } from '../view/build-invoice.ts';

/** A rule of the configuration with everything that it leaves out. */
export function taxRule(changes: Partial<TaxRule> = {}): TaxRule {
  return {
    entities: [],
    countries: [],
    customer: null,
    charges: [],
    ids: [],
    category: 'S',
    rate: '19',
    reason: '',
    wording: '',
    texts: {},
    ...changes,
  };
}

/** A seller in Germany and a customer in Sweden with all that any profile wants. */
export function fullSettings(
  rules: readonly TaxRule[],
  eInvoice: Partial<EInvoiceSettings> = {},
): Settings {
  const plain = settings();
  return {
    ...plain,
    seller: {
      ...plain.seller,
      vatId: 'DE123456789',
      taxId: '27/123/45678',
      email: 'billing@halcyon.example',
      phone: '+49 40 5550 1420',
      bankAccounts: [
        {
          currency: 'EUR',
          holder: '',
          bank: '',
          iban: 'DE02 1203 0000 0000 2020 51',
          bic: 'BYLADEM1001',
          details: [],
        },
      ],
    },
    customer: {
      ...plain.customer,
      vatId: 'SE556677889901',
      purchaseOrder: 'PO-1',
      recipients: ['ap@halden.example'],
    },
    tax: { ...plain.tax, rules },
    eInvoice: {
      ...eInvoiceSettings({ profile: 'en16931', buyerReference: '04011000-12345-67' }),
      ...eInvoice,
    },
  };
}

/** The first invoice of a case, parsed. */
export function caseInvoice(name: string): Invoice {
  const body: unknown = JSON.parse(readFileSync(`test/cases/${name}/invoice.json`, 'utf8'));
  const parsed = parseInvoice({ body, origin: name, path: '$' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failures));
  return parsed.value;
}

const INVOICE: DocumentFacts = { kind: 'invoice', final: true, original: null, paid: null };

/** What an electronic invoice is made from; of the page only what it looks at. */
export function sourceOf(
  invoice: Invoice,
  settings: Settings,
  document: Partial<DocumentFacts> = {},
): EInvoiceSource {
  const breakdown = taxInvoice(invoice, settings);
  if (!breakdown.ok) throw new Error(JSON.stringify(breakdown.failures));
  const view = {
    locale: settings.locale,
    number: 'INV-1',
    isoDate: '2025-10-01',
    draft: false,
    messages: { 'row.rounding': 'Rounding', 'tax.note.exempt': 'Exempt by article 132' },
    due: { sentence: 'paid' },
  };
  return {
    document: { ...INVOICE, ...document },
    invoice,
    settings,
    tax: breakdown.value,
    view: view as unknown as InvoiceView,
  };
}
