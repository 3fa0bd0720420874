import type { TaxReason, TaxRow as BreakdownRow } from '../tax/tax-breakdown.ts';
import { plain, written } from './decimals.ts';
import type { TaxCategory, TaxRow } from './e-invoice.ts';
import { word } from './item-text.ts';
import { itemTax } from './lines.ts';
import type { EInvoiceSource, Profile } from './source.ts';

/** What is said of a category that no rule gives a reason for: VATEX code and the wording of the page. */
const REASONS: Readonly<Partial<Record<TaxCategory, { code: string | null; wording: string }>>> = {
  AE: { code: 'VATEX-EU-AE', wording: 'reverseCharge' },
  K: { code: 'VATEX-EU-IC', wording: 'intraCommunity' },
  G: { code: 'VATEX-EU-G', wording: 'export' },
  O: { code: 'VATEX-EU-O', wording: 'notSubject' },
  E: { code: null, wording: 'exempt' },
};

/** BG-23, a row for each category and rate. */
export function taxRowsOf(source: EInvoiceSource, profile: Profile): readonly TaxRow[] {
  return source.tax.rows.map((row) => ({
    ...itemTax(row),
    // XRechnung wants a rate in every row (BR-DE-14), EN 16931 none where nothing is taxed.
    ...(profile === 'xrechnung' ? { rate: plain(row.rate) } : {}),
    base: written(row.base.payment),
    tax: written(row.tax.payment),
    ...reasonOf(row, source),
  }));
}

/** Where several exemptions share a category, there is room for one code and for all of the words. */
function reasonOf(
  row: BreakdownRow,
  source: EInvoiceSource,
): Pick<TaxRow, 'reason' | 'reasonCode'> {
  const usual = REASONS[row.category];
  if (usual === undefined) return { reason: null, reasonCode: null };
  const said = row.reasons.map((reason) => textOf(reason, usual.wording, source));
  const texts = [...new Set(said.length > 0 ? said : [wordingOf(usual.wording, source)])];
  const code = row.reasons.map((reason) => reason.code).find((one) => one !== '');
  return { reason: texts.filter(Boolean).join(' ') || null, reasonCode: code ?? usual.code };
}

function textOf({ texts, wording }: TaxReason, usual: string, source: EInvoiceSource): string {
  const { locale } = source.view;
  const [language = ''] = locale.split('-');
  const own = [locale, language].map((tag) => (Object.hasOwn(texts, tag) ? texts[tag] : ''));
  return own.find(Boolean) || wordingOf(wording || usual, source);
}

function wordingOf(wording: string, source: EInvoiceSource): string {
  const vat = word(source, 'tax.vat', 'VAT');
  return word(source, `tax.note.${wording}`, '').replaceAll('{tax}', vat);
}
