import type { HybridInvoice } from '../attachment.ts';

/** The attachment of a hybrid invoice with its name. */
export interface HybridFile extends HybridInvoice {
  readonly name: string;
}

const HYBRID = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

/** Which attachment is the invoice for programs (Factur-X 1.07, section 6.2.2). */
export function hybridDescription({ name, level, version }: HybridFile): string {
  return (
    `<rdf:Description rdf:about="" xmlns:fx="${HYBRID}"><fx:DocumentType>INVOICE</fx:DocumentType>` +
    `<fx:DocumentFileName>${escapeXml(name)}</fx:DocumentFileName><fx:Version>${version}</fx:Version>` +
    `<fx:ConformanceLevel>${level}</fx:ConformanceLevel></rdf:Description>`
  );
}

/** PDF/A-3, section 6.6.2.3: properties that XMP does not define are described in the file. */
export function schemaDescription(hybrid: boolean): string {
  const schemas = hybrid ? [UA_SCHEMA, HYBRID_SCHEMA] : [UA_SCHEMA];
  return (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
    `<pdfaExtension:schemas><rdf:Bag>${schemas.map(schemaText).join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`
  );
}

interface Schema {
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly Property[];
}

interface Property {
  readonly name: string;
  readonly type: 'Integer' | 'Text';
  readonly category: 'internal' | 'external';
  readonly description: string;
}

const UA_SCHEMA: Schema = {
  name: 'PDF/UA identification schema',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  properties: [
    { name: 'part', type: 'Integer', category: 'internal', description: 'Part of ISO 14289' },
  ],
};

const HYBRID_SCHEMA: Schema = {
  name: 'Factur-X PDFA Extension Schema',
  namespace: HYBRID,
  prefix: 'fx',
  properties: [
    ['DocumentFileName', 'The name of the embedded XML document'],
    ['DocumentType', 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER'],
    ['Version', 'The actual version of the standard applying to the embedded XML document'],
    ['ConformanceLevel', 'The conformance level of the embedded XML document'],
  ].map(([name = '', description = '']) => ({
    name,
    type: 'Text',
    category: 'external',
    description,
  })),
};

function schemaText({ name, namespace, prefix, properties }: Schema): string {
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema>` +
    `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
    `<pdfaSchema:property><rdf:Seq>${properties.map(propertyText).join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
  );
}

function propertyText({ name, type, category, description }: Property): string {
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
    `<pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category>` +
    `<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
  );
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML holds it, within elements and attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => XML_ESCAPES[char] ?? char);
}
