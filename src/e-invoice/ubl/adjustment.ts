import type { ItemTax, LineAdjustment } from '../e-invoice.ts';
import { branch, leaf, type Xml } from '../xml.ts';

/** An allowance or charge; on document level it has a tax of its own. */
export function writeAdjustment(
  { kind, code, reason, amount }: LineAdjustment,
  currency: string,
  tax: ItemTax | null,
): Xml {
  return branch(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(kind === 'charge')),
    leaf('cbc:AllowanceChargeReasonCode', code),
    leaf('cbc:AllowanceChargeReason', reason),
    leaf('cbc:Amount', amount, { currencyID: currency }),
    tax === null ? '' : writeTaxCategory('cac:TaxCategory', tax, ''),
  );
}

/** A VAT category; why nothing is charged stands between rate and scheme. */
export function writeTaxCategory(name: string, { category, rate }: ItemTax, reason: Xml): Xml {
  return branch(
    name,
    leaf('cbc:ID', category),
    leaf('cbc:Percent', rate),
    reason,
    branch('cac:TaxScheme', leaf('cbc:ID', 'VAT')),
  );
}
