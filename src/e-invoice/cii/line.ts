import type { ItemTax, Line, LineAdjustment, Period } from '../e-invoice.ts';
import { branch, each, leaf, type Xml } from '../xml.ts';
import { writeDay } from './day.ts';

/** An invoice line (BG-25). */
export function writeLine(line: Line): Xml {
  return branch(
    'ram:IncludedSupplyChainTradeLineItem',
    branch(
      'ram:AssociatedDocumentLineDocument',
      leaf('ram:LineID', line.id),
      branch('ram:IncludedNote', leaf('ram:Content', line.note)),
    ),
    writeProduct(line),
    writePrice(line),
    branch(
      'ram:SpecifiedLineTradeDelivery',
      leaf('ram:BilledQuantity', line.quantity, { unitCode: line.unit }),
    ),
    branch(
      'ram:SpecifiedLineTradeSettlement',
      branch('ram:ApplicableTradeTax', writeTax(line.tax)),
      writePeriod(line.period),
      each(line.adjustments, (adjustment) => writeAdjustment(adjustment, '')),
      branch(
        'ram:SpecifiedTradeSettlementLineMonetarySummation',
        leaf('ram:LineTotalAmount', line.net),
      ),
    ),
  );
}

function writeProduct({ sellerId, name, description, properties }: Line): Xml {
  return branch(
    'ram:SpecifiedTradeProduct',
    leaf('ram:SellerAssignedID', sellerId),
    leaf('ram:Name', name),
    leaf('ram:Description', description),
    each(properties, (property) =>
      branch(
        'ram:ApplicableProductCharacteristic',
        leaf('ram:Description', property.name),
        leaf('ram:Value', property.value),
      ),
    ),
  );
}

function writePrice({ price, baseQuantity, unit }: Line): Xml {
  return branch(
    'ram:SpecifiedLineTradeAgreement',
    branch(
      'ram:NetPriceProductTradePrice',
      leaf('ram:ChargeAmount', price),
      leaf('ram:BasisQuantity', baseQuantity, { unitCode: unit }),
    ),
  );
}

/** The tax of a line or of an allowance or charge. */
export function writeTax({ category, rate }: ItemTax): Xml {
  return (
    leaf('ram:TypeCode', 'VAT') +
    leaf('ram:CategoryCode', category) +
    leaf('ram:RateApplicablePercent', rate)
  );
}

/** An allowance or charge; on document level its tax stands behind it. */
export function writeAdjustment(adjustment: LineAdjustment, tax: Xml): Xml {
  const { kind, amount, code, reason } = adjustment;
  return branch(
    'ram:SpecifiedTradeAllowanceCharge',
    branch('ram:ChargeIndicator', leaf('udt:Indicator', String(kind === 'charge'))),
    leaf('ram:ActualAmount', amount),
    leaf('ram:ReasonCode', code),
    leaf('ram:Reason', reason),
    tax,
  );
}

/** The period that a line or the document is about (BG-14, BG-26). */
export function writePeriod(period: Period | null): Xml {
  if (period === null) return '';
  return branch(
    'ram:BillingSpecifiedPeriod',
    writeDay('ram:StartDateTime', period.start),
    writeDay('ram:EndDateTime', period.end),
  );
}
