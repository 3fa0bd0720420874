import type { Attachment } from '../attachment.ts';
import type { PagedDocument } from '../paginate/page.ts';
import { dateString, textString } from './pdf-text.ts';
import { escapeXml, hybridDescription, schemaDescription, type HybridFile } from './xmp-schema.ts';

/** What the file says about itself, in the information dictionary and in XMP alike. */
export interface Metadata {
  readonly title: string;
  readonly author: string | null;
  readonly subject: string | null;
  readonly language: string;
  /** From the document, never from the clock. */
  readonly date: Date;
  /** The attachment that says the same as the pages, for programs. */
  readonly hybrid: HybridFile | null;
}

const NO_DATE = new Date(0);
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;
const PRODUCER = 'Platen';

/** Gather what a document says about itself; PDF/UA-1 (section 7.1) wants a title in any case. */
export function readMetadata(
  document: Omit<PagedDocument, 'pages'>,
  attachments: readonly Attachment[] = [],
): Metadata {
  const { meta, title, language } = document;
  return {
    title: cleaned(title) || 'Untitled',
    author: cleaned(meta['author'] ?? '') || null,
    subject: cleaned(meta['subject'] ?? meta['description'] ?? '') || null,
    language: cleaned(language) || 'en',
    date: readDate(meta['date'] ?? ''),
    hybrid: attachments.flatMap(asHybrid)[0] ?? null,
  };
}

function asHybrid({ name, hybrid }: Attachment): readonly HybridFile[] {
  return hybrid === null ? [] : [{ name, ...hybrid }];
}

/** The information dictionary (ISO 32000-1, section 14.3.3). */
export function informationText({ title, author, subject, date }: Metadata): string {
  const producer = textString(PRODUCER);
  const day = dateString(date);
  return (
    `<</Title${textString(title)}` +
    (author === null ? '' : `/Author${textString(author)}`) +
    (subject === null ? '' : `/Subject${textString(subject)}`) +
    `/Creator${producer}/Producer${producer}/CreationDate${day}/ModDate${day}>>`
  );
}

/** The XMP descriptions beside the PDF/A identification, which the file writer adds (PDF/A-3, section 6.6). */
export function xmpOf(metadata: Metadata): string {
  const date = `${metadata.date.toISOString().slice(0, 19)}Z`;
  return [
    description('dc="http://purl.org/dc/elements/1.1/"', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title>${alternative(metadata.title)}</dc:title>`,
      metadata.author === null
        ? ''
        : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>`,
      metadata.subject === null
        ? ''
        : `<dc:description>${alternative(metadata.subject)}</dc:description>`,
      `<dc:language><rdf:Bag><rdf:li>${escapeXml(metadata.language)}</rdf:li></rdf:Bag></dc:language>`,
    ]),
    description('xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      `<xmp:MetadataDate>${date}</xmp:MetadataDate><xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    ]),
    description('pdf="http://ns.adobe.com/pdf/1.3/"', [`<pdf:Producer>${PRODUCER}</pdf:Producer>`]),
    description('pdfuaid="http://www.aiim.org/pdfua/ns/id/"', ['<pdfuaid:part>1</pdfuaid:part>']),
    ...(metadata.hybrid === null ? [] : [hybridDescription(metadata.hybrid)]),
    schemaDescription(metadata.hybrid !== null),
  ].join('\n');
}

function description(namespace: string, lines: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${namespace}>${lines.join('')}</rdf:Description>`;
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

/** Drop what neither XML 1.0 nor a title may hold, and every line break. */
function cleaned(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\s]+/gu, ' ')
    .trim()
    .slice(0, 1000);
}

/** A time without a zone is taken as UTC: the zone of the machine must not reach the file. */
function readDate(text: string): Date {
  const match = ISO.exec(text.trim());
  if (match === null) return NO_DATE;
  const zoned = match[1] !== undefined && match[4] === undefined ? `${match[0]}Z` : match[0];
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? NO_DATE : date;
}
