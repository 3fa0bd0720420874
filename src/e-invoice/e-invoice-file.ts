import type { Attachment } from '../attachment.ts';
import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { buildEInvoice } from './build-e-invoice.ts';
import { writeCii } from './cii/write-cii.ts';
import { compareWithPage } from './compare-with-page.ts';
import type { EInvoice } from './e-invoice.ts';
import { profileOf } from './profile.ts';
import type { EInvoiceSource, Profile } from './source.ts';
import { writeUbl } from './ubl/write-ubl.ts';

/** Names and levels of hybrid invoices (ZUGFeRD 2.3, sections 6.2.2 and 6.3). */
const FILES = {
  en16931: {
    name: 'factur-x.xml',
    description: 'Factur-X/ZUGFeRD invoice',
    hybrid: { level: 'EN 16931', version: '1.0' },
  },
  xrechnung: {
    name: 'xrechnung.xml',
    description: 'XRechnung',
    hybrid: { level: 'XRECHNUNG', version: '3.0' },
  },
} as const;

/**
 * The electronic invoice to put into the PDF, as a list of one or none: drafts and receipts have none. Where the
 * configuration asks for it, what is missing is a failure; where it came of itself, only a warning.
 */
export function eInvoiceFiles(source: EInvoiceSource): Outcome<readonly Attachment[]> {
  const profile = profileOf(source.settings);
  const { kind, final } = source.document;
  if (profile === null || !final || kind === 'receipt') return success([]);
  if (isEmpty(source)) return success([], [nothingBilled()]);
  const written = andThen(stated(source, profile), (invoice) =>
    success([{ ...FILES[profile], ...FORM, bytes: writeCii(invoice) }]),
  );
  if (written.ok || source.settings.eInvoice.profile !== 'auto') return written;
  return success([], [...written.warnings, ...written.failures]);
}

const FORM = { mime: 'text/xml', relationship: 'Alternative' } as const;

/** EN 16931 has no invoice without a line (BR-16). */
function isEmpty({ tax, settings }: EInvoiceSource): boolean {
  return settings.tax.rules.length > 0 && tax.charges.length === 0;
}

function nothingBilled(): Failure {
  return failure('e-invoice', 'BG-25', 'Nothing is billed, so there is no electronic invoice', {
    expected: 'a line (BR-16)',
    found: 'none',
  });
}

/** The invoice as UBL by Peppol BIS Billing 3, or by XRechnung where that is configured. */
export function ublInvoice(source: EInvoiceSource): Outcome<Uint8Array> {
  const { kind, final } = source.document;
  if (!final || kind === 'receipt') return failed([noInvoice(final ? kind : 'draft')]);
  const profile = source.settings.eInvoice.profile === 'xrechnung' ? 'xrechnung' : 'peppol';
  return andThen(stated(source, profile), (invoice) => success(writeUbl(invoice)));
}

function noInvoice(found: string): Failure {
  return failure('e-invoice', 'BT-3', 'This document is no invoice, so there is no XML of it', {
    expected: 'an invoice or a credit note whose amounts are final',
    found,
  });
}

/** The electronic invoice, if it is complete, adds up and says what the page says. */
function stated(source: EInvoiceSource, profile: Profile): Outcome<EInvoice> {
  return andThen(buildEInvoice(source, profile), (invoice) => {
    const differences = compareWithPage(source.view, invoice);
    return differences.length > 0 ? failed(differences) : success(invoice);
  });
}
