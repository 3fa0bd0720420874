import { isZero, type Money } from '../money/money.ts';
import { decimal } from '../money/decimal.ts';
import type { TaxedCharge, TaxRow } from '../tax/tax-breakdown.ts';
import { plain, rounded, written } from './decimals.ts';
import type { ItemTax, Line } from './e-invoice.ts';
import { itemName, propertiesOf, unitOf, word } from './item-text.ts';
import { unitPricing, wholePrice } from './price.ts';
import type { EInvoiceSource } from './source.ts';

/** What a line says before it has a number and a tax. */
type Said = Pick<Line, 'name' | 'quantity' | 'price' | 'baseQuantity'> &
  Partial<Pick<Line, 'description' | 'sellerId' | 'properties' | 'unit'>>;

/** A line for every charge that is no promotion, and for what rounding leaves in each tax. */
export function linesOf(source: EInvoiceSource): readonly Line[] {
  const { charges, rows } = source.tax;
  const billed = charges.filter(({ key }) => key.kind !== 'promotion');
  const lines = [
    ...billed.map((charge) => chargeLine(charge, source)),
    ...rows.filter(({ rounding }) => !isZero(rounding)).map((row) => roundingLine(row, source)),
  ];
  return lines.map((line, index) => ({ ...line, id: String(index + 1) }));
}

/** Category and rate; what is outside the scope of VAT has no rate. */
export function itemTax({ category, rate }: Pick<TaxRow, 'category' | 'rate'>): ItemTax {
  return { category, rate: category === 'O' ? null : plain(rate) };
}

function chargeLine(charge: TaxedCharge, source: EInvoiceSource): Line {
  const net = rounded(charge.net, source.settings);
  return complete(say(charge, net, source), itemTax(charge), net);
}

function complete(said: Said, tax: ItemTax, net: Money): Line {
  return {
    id: '',
    note: null,
    description: null,
    sellerId: null,
    properties: [],
    unit: 'C62',
    period: null,
    adjustments: [],
    ...said,
    tax,
    net: written(net),
  };
}

function say(charge: TaxedCharge, net: Money, source: EInvoiceSource): Said {
  const { invoice } = source;
  const whole = wholePrice(net.amount);
  const unnamed = word(source, 'fee.unnamed', 'Fee');
  switch (charge.key.kind) {
    case 'usage':
      return sayUsage(charge, net, source);
    case 'planFee': {
      const fee = invoice.planFees[charge.index];
      const name = fee?.name || fee?.description || unnamed;
      const description = fee?.description === name ? null : fee?.description || null;
      return { ...whole, name, description };
    }
    case 'invoiceFee':
      return { ...whole, name: invoice.invoiceFees[charge.index]?.name || unnamed };
    case 'commitment':
      return { ...whole, name: invoice.commitments[charge.index]?.name || unnamed };
    case 'promotion':
    case 'adjustment':
      return { ...whole, name: adjustmentName(charge, source) };
  }
}

function sayUsage(charge: TaxedCharge, net: Money, source: EInvoiceSource): Said {
  const item = source.invoice.items[charge.index];
  if (item === undefined) return { ...wholePrice(net.amount), name: charge.key.kind };
  const variant = item.variants[charge.variantIndex ?? -1] ?? null;
  const { units } = (variant ?? item).total;
  return {
    ...unitPricing(units, charge.net.amount, net.amount),
    name: itemName(item, source),
    description: variant?.label || null,
    sellerId: item.meter || null,
    properties: propertiesOf(variant, source),
    unit: unitOf(item, source),
  };
}

/** Half a cent for every charge is rounding; more is an amount that the source does not itemise. */
function adjustmentName({ net }: TaxedCharge, source: EInvoiceSource): string {
  const most = decimal('0.005').times(String(source.tax.charges.length + 1));
  return net.amount.abs().lte(most)
    ? word(source, 'row.rounding', 'Rounding')
    : word(source, 'row.adjustment', 'Other adjustments');
}

function roundingLine(row: TaxRow, source: EInvoiceSource): Line {
  const said = {
    ...wholePrice(row.rounding.amount),
    name: word(source, 'row.rounding', 'Rounding'),
  };
  return complete(said, itemTax(row), row.rounding);
}
