import type { EInvoiceSettings } from './settings-e-invoice.ts';
import type { SpeechSettings } from './settings-language.ts';
import type { LetterSettings } from './settings-mail.ts';
import type { DocumentKind, DocumentRecord } from './settings-document.ts';
import type { PaymentSettings } from './settings-payment.ts';
import type { SequenceNumber, SequenceSettings } from './settings-sequence.ts';
import type { TaxSettings } from './settings-tax.ts';
import type { UsageSettings } from './settings-usage.ts';

/** A postal address; every part may be empty. `country` is ISO 3166-1 alpha-2. */
export interface Address {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
}

/** A tax or company number with the name that it has on paper: `VAT ID`, `EIN`, `SIREN`. */
export interface Identifier {
  readonly label: string;
  readonly value: string;
}

/** Where to pay in one currency. */
export interface BankAccount {
  /** ISO 4217; null for any currency. */
  readonly currency: string | null;
  readonly holder: string;
  readonly bank: string;
  readonly iban: string;
  readonly bic: string;
  /** Other numbers by their name: account and routing number, sort code. */
  readonly details: readonly Identifier[];
}

/** Who sends the invoice. */
export interface Seller {
  /** Its key in `entities`; `seller` for the seller of the file itself. */
  readonly entity: string;
  readonly name: string;
  readonly address: Address;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  /** VAT id with its country prefix; empty without one. */
  readonly vatId: string;
  /** Any other tax number; empty without one. */
  readonly taxId: string;
  readonly identifiers: readonly Identifier[];
  /** Legal line of the foot, one entry per column of text: company form, register, managers. */
  readonly registration: readonly string[];
  readonly bankAccounts: readonly BankAccount[];
}

/** Who pays it. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly address: Address;
  /** VAT id with its country prefix; empty without one. */
  readonly vatId: string;
  /** Whoever has a VAT id is a business, unless the configuration says otherwise. */
  readonly kind: 'business' | 'consumer';
  readonly identifiers: readonly Identifier[];
  readonly purchaseOrder: string;
  readonly recipients: readonly string[];
}

/** How the sheet looks: custom properties of the style sheet, a logo, words of its own. */
export interface Brand {
  readonly name: string;
  /** File within the brand's folder; null prints the seller's name instead. */
  readonly logo: string | null;
  /** `--accent` and others, without the dashes, to CSS values. */
  readonly colors: Readonly<Record<string, string>>;
  readonly fonts: { readonly body: string; readonly heading: string };
  /** Message keys replaced for this brand, in any language. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The configuration as it holds for one invoice: entity, brand, group and customer merged, defaults filled in. */
export interface Settings extends SpeechSettings {
  readonly seller: Seller;
  readonly customer: Customer;
  readonly brand: Brand;
  readonly template: string;
  readonly paper: 'A4' | 'Letter';
  /** Patterns of numbers, by what the document is. */
  readonly number: {
    readonly pattern: string;
    readonly creditNote: string;
    readonly receipt: string;
    readonly statement: string;
  };
  readonly tax: TaxSettings;
  readonly eInvoice: EInvoiceSettings;
  readonly payment: PaymentSettings;
  /** Facts on single documents, by invoice URI. */
  readonly documents: Readonly<Record<string, DocumentRecord>>;
  /** What the command line makes of every invoice; null leaves it to `documents`. */
  readonly documentRecord: Partial<DocumentRecord> | null;
  readonly terms: { readonly days: number | null; readonly text: string };
  /** Name of an item by its meter or item id, of a dimension by its name, of a dimension's value by `dimension=value`. */
  readonly names: {
    readonly meters: Readonly<
      Record<string, { readonly name: string | null; readonly unit: string | null }>
    >;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly values: Readonly<Record<string, string>>;
  };
  readonly rounding: 'half-up' | 'half-even';
  readonly reconcile: 'off' | 'warn' | 'strict';
  /** How negative amounts are written in tables: `−5.00` or `(5.00)`. */
  readonly negatives: 'minus' | 'brackets';
  readonly usage: UsageSettings;
  readonly letter: LetterSettings;
  /** Decimals of the credits column. */
  readonly creditDigits: number;
  /** 1, unless the invoice corrects one that was archived. */
  readonly revision: number;
  readonly sequence: SequenceSettings;
  /** Print Amberflo's `externalSystemStatus`. */
  readonly showExternalStatus: boolean;
}

/** What the command line may decide for every invoice; wins over the file. */
export interface Overrides {
  /** Which version of the invoice this is; the ledger knows. */
  readonly revision?: number | undefined;
  /** The number of its series that the document has; the ledger knows. */
  readonly sequence?: SequenceNumber | undefined;
  readonly kind?: DocumentKind | undefined;
  /** Number and date of the invoice that a credit note corrects. */
  readonly original?: string | undefined;
  readonly originalDate?: string | undefined;
  /** Day, means and reference of the payment that a receipt confirms. */
  readonly paidOn?: string | undefined;
  readonly paidBy?: string | undefined;
  readonly paidReference?: string | undefined;
  readonly brand?: string | undefined;
  readonly template?: string | undefined;
  readonly locale?: string | undefined;
  readonly paper?: 'A4' | 'Letter' | undefined;
}
