import type { EInvoice } from '../e-invoice.ts';
import { branch, each, leaf, xmlDocument, type Xml } from '../xml.ts';
import { writeDay } from './day.ts';
import { writeLine } from './line.ts';
import { writeAddress, writeParty } from './party.ts';
import { writeSettlement } from './settlement.ts';

const NAMESPACES = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/** The invoice as UN/CEFACT Cross Industry Invoice, the syntax of Factur-X and ZUGFeRD (EN 16931-3-3). */
export function writeCii(invoice: EInvoice): Uint8Array {
  const body =
    writeContext(invoice) +
    writeDocument(invoice) +
    branch(
      'rsm:SupplyChainTradeTransaction',
      each(invoice.lines, writeLine),
      writeAgreement(invoice),
      writeDelivery(invoice),
      writeSettlement(invoice),
    );
  return xmlDocument('rsm:CrossIndustryInvoice', NAMESPACES, body);
}

function writeContext({ process, guideline }: EInvoice): Xml {
  return branch(
    'rsm:ExchangedDocumentContext',
    branch('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', process)),
    branch('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', guideline)),
  );
}

function writeDocument({ number, kind, issued, notes }: EInvoice): Xml {
  return branch(
    'rsm:ExchangedDocument',
    leaf('ram:ID', number),
    leaf('ram:TypeCode', kind),
    writeDay('ram:IssueDateTime', issued),
    each(notes, ({ text, subject }) =>
      branch('ram:IncludedNote', leaf('ram:Content', text), leaf('ram:SubjectCode', subject)),
    ),
  );
}

function writeAgreement(invoice: EInvoice): Xml {
  const reference = (name: string, id: string | null) =>
    branch(name, leaf('ram:IssuerAssignedID', id));
  return branch(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', invoice.buyerReference),
    writeParty('ram:SellerTradeParty', invoice.seller),
    writeParty('ram:BuyerTradeParty', invoice.buyer),
    reference('ram:BuyerOrderReferencedDocument', invoice.purchaseOrder),
    reference('ram:ContractReferencedDocument', invoice.contract),
  );
}

/** The schema asks for the element in any case. */
function writeDelivery({ delivered, deliveredTo }: EInvoice): Xml {
  const name = 'ram:ApplicableHeaderTradeDelivery';
  const inside = [
    branch('ram:ShipToTradeParty', deliveredTo === null ? '' : writeAddress(deliveredTo)),
    branch('ram:ActualDeliverySupplyChainEvent', writeDay('ram:OccurrenceDateTime', delivered)),
  ];
  return branch(name, ...inside) || `<${name}/>`;
}
