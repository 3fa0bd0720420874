import type { Line, Property } from '../e-invoice.ts';
import { branch, each, leaf, type Xml } from '../xml.ts';
import { writeAdjustment, writeTaxCategory } from './adjustment.ts';

/** What invoices and credit notes call differently. */
interface LineNames {
  readonly name: string;
  readonly quantity: string;
}

/** An invoice line (BG-25). */
export function writeLine(line: Line, currency: string, names: LineNames): Xml {
  const { period, unit } = line;
  return branch(
    names.name,
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.note),
    leaf(names.quantity, line.quantity, { unitCode: unit }),
    leaf('cbc:LineExtensionAmount', line.net, { currencyID: currency }),
    branch(
      'cac:InvoicePeriod',
      leaf('cbc:StartDate', period?.start ?? null),
      leaf('cbc:EndDate', period?.end ?? null),
    ),
    each(line.adjustments, (adjustment) => writeAdjustment(adjustment, currency, null)),
    writeItem(line),
    branch(
      'cac:Price',
      leaf('cbc:PriceAmount', line.price, { currencyID: currency }),
      leaf('cbc:BaseQuantity', line.baseQuantity, { unitCode: unit }),
    ),
  );
}

function writeItem({ description, name, sellerId, tax, properties }: Line): Xml {
  return branch(
    'cac:Item',
    leaf('cbc:Description', description),
    leaf('cbc:Name', name),
    branch('cac:SellersItemIdentification', leaf('cbc:ID', sellerId)),
    writeTaxCategory('cac:ClassifiedTaxCategory', tax, ''),
    each(properties, writeProperty),
  );
}

function writeProperty({ name, value }: Property): Xml {
  return branch('cac:AdditionalItemProperty', leaf('cbc:Name', name), leaf('cbc:Value', value));
}
