import { isNegative, isZero, negate, type Money } from '../money/money.ts';
import type { TaxedCharge } from '../tax/tax-breakdown.ts';
import { rounded, written } from './decimals.ts';
import type { Adjustment } from './e-invoice.ts';
import { word } from './item-text.ts';
import { itemTax } from './lines.ts';
import type { EInvoiceSource } from './source.ts';

/** "Discount" of UNTDID 5189. */
const DISCOUNT = '95';

/** Promotions as allowances on the document (BG-20), once for each tax; one that adds to the bill is a charge (BG-21). */
export function adjustmentsOf(source: EInvoiceSource): readonly Adjustment[] {
  return source.tax.charges
    .filter(({ key }) => key.kind === 'promotion')
    .map((charge) => ({ charge, net: rounded(charge.net, source.settings) }))
    .filter(({ net }) => !isZero(net))
    .map(({ charge, net }) => adjustment(charge, net, source));
}

function adjustment(charge: TaxedCharge, net: Money, source: EInvoiceSource): Adjustment {
  const allowance = isNegative(net);
  return {
    kind: allowance ? 'allowance' : 'charge',
    amount: written(allowance ? negate(net) : net),
    reason: reasonOf(charge, source),
    code: allowance ? DISCOUNT : null,
    tax: itemTax(charge),
  };
}

function reasonOf({ index }: TaxedCharge, source: EInvoiceSource): string {
  const promotion = source.invoice.promotions[index];
  return (
    promotion?.name ||
    word(source, `promotion.${promotion?.type.toLowerCase() ?? ''}`, promotion?.type ?? '') ||
    word(source, 'section.promotions', 'Discount')
  );
}
