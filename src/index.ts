import { andThen, failed, failure, success, type Outcome } from './failure.ts';
import type { PdfBytes, UnsignedPdf } from './draw/pdf-bytes.ts';
import type { Attachment } from './attachment.ts';
import { parseJson } from './fetch/parse-json.ts';
import type { RawInvoice } from './fetch/raw-invoice.ts';
import {
  printMarkup,
  renderAbreast,
  renderInvoice as render,
  shortGroups,
  type Order,
  type PrintedInvoice,
  type ViewedInvoice,
} from './pipeline.ts';
import { createPress, type Press } from './press.ts';
import type { RemoteSigner } from './signature/signer.ts';
import { statedFacts, type StatedFacts } from './view/stated-facts.ts';

export type { Attachment } from './attachment.ts';
export type { RemoteSigner, Signer } from './signature/signer.ts';
export type { Config } from './config/schema.ts';
export type { Failure, Outcome, Stage } from './failure.ts';
export type { RawInvoice } from './fetch/raw-invoice.ts';
export type { PdfBytes } from './draw/pdf-bytes.ts';
export type { Press, PressOptions } from './press.ts';
export type { RenderedStatement, StatementOf } from './statement.ts';
export type { StatedFacts } from './view/stated-facts.ts';
export { readConfig } from './config/read-config.ts';
export { readInvoices } from './fetch/read-invoices.ts';
export { fileNameOf } from './deliver/file-name.ts';
export { createPress } from './press.ts';
export { renderStatement } from './statement.ts';

/** An invoice as a file, and what it says of itself. */
export interface RenderedInvoice extends StatedFacts {
  /** Amberflo's name of the invoice. */
  readonly invoiceUri: string;
  readonly pdf: PdfBytes;
  /** What lies inside of the PDF: the electronic invoice, usage.csv. */
  readonly attachments: readonly Attachment[];
}

/**
 * Render one invoice as Amberflo's API gives it: its JSON as text, or what was parsed from it. As text, a bill of many
 * thousands of lines takes less memory, since nobody holds on to what is parsed.
 * Never throws for bad input: the outcome holds the PDF with warnings beside it, or everything that is wrong.
 */
export function renderInvoice(
  body: unknown,
  press: Press = createPress(),
): Outcome<RenderedInvoice> {
  return namedPdf(render(orderOf(body, press)));
}

function rawOf(body: unknown): Outcome<RawInvoice> {
  const parsed = typeof body === 'string' ? parseJson(body, 'invoice') : success(body);
  return andThen(parsed, (value) => success({ body: value, origin: 'invoice', path: '$' }));
}

function orderOf(body: unknown, press: Press): Order<NamedFacts> {
  return { read: () => rawOf(body), press, keep: namedFacts };
}

type NamedFacts = Omit<RenderedInvoice, 'pdf' | 'attachments'>;

function namedFacts(viewed: ViewedInvoice): Outcome<NamedFacts> {
  return success({ ...statedFacts(viewed), invoiceUri: viewed.invoice.uri });
}

function namedPdf(printed: Outcome<PrintedInvoice<NamedFacts>>): Outcome<RenderedInvoice> {
  return andThen(printed, ({ pdf, attachments, kept }) => success({ ...kept, pdf, attachments }));
}

/**
 * Render many invoices, each the JSON of one as text. Outcomes come in the order of the texts, which are read while outcomes
 * are asked for. Short invoices go through the stages side by side, so each takes less time than with `renderInvoice`.
 * Never throws for bad input: what is wrong with an invoice is in its own outcome.
 */
export function* renderInvoices(
  bodies: Iterable<string>,
  press: Press = createPress(),
): Generator<Outcome<RenderedInvoice>> {
  for (const group of shortGroups(bodies, ({ length }) => length)) {
    const orders = group.map((body) => orderOf(body, press));
    yield* renderAbreast(orders).map(namedPdf);
  }
}

/** What a signature says of itself. */
export interface SignatureWords {
  readonly reason?: string;
  readonly location?: string;
}

/**
 * Render one invoice and have it signed (PAdES B-B) with a key that is held elsewhere, such as in a key management
 * service. Never throws for bad input.
 */
export async function renderSigned(
  body: unknown,
  signer: RemoteSigner,
  press: Press = createPress(),
  { reason = '', location = '' }: SignatureWords = {},
): Promise<Outcome<RenderedInvoice>> {
  const { signatureSize, signPdfRemotely } = await import('./signature/sign-pdf.ts');
  const held: UnsignedPdf[] = [];
  const sign = (pdf: UnsignedPdf) => {
    held.push(pdf);
    return success<PdfBytes>({ kind: 'pdf', bytes: pdf.bytes, pages: pdf.pages });
  };
  const sealing = { reason, location, size: signatureSize(signer), sign };
  const rendered = renderInvoice(body, { ...press, sealing });
  const [unsigned] = held;
  if (!rendered.ok || unsigned === undefined) return rendered;
  const signed = await signPdfRemotely(unsigned, signer);
  return andThen(signed, (pdf) => success({ ...rendered.value, pdf }, rendered.warnings));
}

/** What `printHtml` may be told. */
export interface PrintOptions {
  /** Folder of the page's pictures, style sheets and fonts; without it only `data:` URLs are found. */
  readonly folder?: string;
  /** Name of the page in warnings. */
  readonly name?: string;
  readonly press?: Press;
}

/** Print an HTML page: the page engine alone. Never throws for bad input. */
export function printHtml(html: string, options: PrintOptions = {}): Outcome<PdfBytes> {
  const { folder = null, name = 'page.html', press = createPress() } = options;
  if (typeof html !== 'string') {
    return failed([
      failure('markup', name, 'This is no page', {
        expected: 'a string of HTML',
        found: typeof html,
      }),
    ]);
  }
  return printMarkup({ kind: 'markup', html, file: name }, press.pageWorld(folder));
}
