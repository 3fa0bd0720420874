import type { Attachment } from './attachment.ts';
import { buildBoxes } from './box/build-boxes.ts';
import type { Settings } from './config/settings.ts';
import { identifyDocument } from './document/identify-document.ts';
import { numberBySequence } from './document/number-by-sequence.ts';
import { drawPages } from './draw/draw-pages.ts';
import type { PdfBytes } from './draw/pdf-bytes.ts';
import { eInvoiceFiles } from './e-invoice/e-invoice-file.ts';
import { andThen, inTurn, success, type Outcome } from './failure.ts';
import type { RawInvoice } from './fetch/raw-invoice.ts';
import { checkInvoice } from './invoice/check-invoice.ts';
import { parseInvoice } from './invoice/parse-invoice.ts';
import { layoutBoxes } from './layout/layout-boxes.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import type { PagedDocument } from './paginate/page.ts';
import { unobserved } from './observe.ts';
import { paginate } from './paginate/paginate.ts';
import type { Press } from './press.ts';
import { drawSigned } from './signature/draw-signed.ts';
import { taxInvoice } from './tax/tax-invoice.ts';
import { fillTemplate } from './template/fill-template.ts';
import type { Markup } from './template/markup.ts';
import { usageFiles } from './usage-csv/usage-file.ts';
import type { TaxedInvoice } from './view/context.ts';
import type { InvoiceView } from './view/invoice-view.ts';
import { documentNumber } from './view/document-number.ts';
import { loadMessages } from './view/messages.ts';
import { viewInvoice } from './view/view-invoice.ts';
import type { World } from './world.ts';

/** An invoice with its tax, the settings that hold for it, and what a template may print of it. */
export interface ViewedInvoice extends TaxedInvoice {
  readonly settings: Settings;
  readonly view: InvoiceView;
}

/** A file, what lies inside of it, and what was kept of the view. */
export interface PrintedInvoice<Kept> {
  readonly pdf: PdfBytes;
  /** What lies inside of the PDF: the electronic invoice, usage.csv. */
  readonly attachments: readonly Attachment[];
  readonly kept: Kept;
}

/** What a file is made of, once nobody needs the invoice any more. */
interface FilledInvoice<Kept> extends Omit<PrintedInvoice<Kept>, 'pdf'> {
  readonly markup: Markup;
  readonly world: World;
}

/** An invoice with its tax, and the settings that hold for it. */
export interface Bill {
  readonly settings: Settings;
  readonly taxed: TaxedInvoice;
}

/**
 * The whole flow for one invoice: untrusted body to PDF. A long bill does not fit into memory three times, so its body is let
 * go of when its view is made, and the view when its page is: `keep` takes out of it what is wanted afterwards.
 */
export function renderInvoice<Kept>(
  read: () => Outcome<RawInvoice>,
  press: Press,
  keep: (viewed: ViewedInvoice) => Outcome<Kept>,
): Outcome<PrintedInvoice<Kept>> {
  const { observe, sealing } = press;
  return inTurn(
    () => andThen(read(), (raw) => viewOf(raw, press)),
    (viewed) => fillInvoice(viewed, press, keep),
    ({ markup, world, ...rest }) =>
      andThen(layOutMarkup(markup, world, observe), (pages) => success({ ...rest, pages })),
    ({ pages, attachments, kept }) =>
      andThen(observe('draw', drawSigned, pages, sealing, { attachments }), (pdf) =>
        success({ pdf, attachments, kept }),
      ),
  );
}

function fillInvoice<Kept>(
  viewed: ViewedInvoice,
  { observe, world: worldOf }: Press,
  keep: (viewed: ViewedInvoice) => Outcome<Kept>,
): Outcome<FilledInvoice<Kept>> {
  const world = worldOf(viewed.settings);
  return andThen(observe('e-invoice', eInvoiceFiles, viewed), (invoices) =>
    andThen(keep(viewed), (kept) =>
      andThen(observe('template', fillTemplate, viewed.view, world), (markup) =>
        success({ markup, world, attachments: [...invoices, ...usageFiles(viewed)], kept }),
      ),
    ),
  );
}

/** Untrusted body to view: what the document will say. */
export function viewOf(raw: RawInvoice, press: Press): Outcome<ViewedInvoice> {
  return andThen(billOf(raw, press), ({ settings, taxed }) =>
    andThen(loadMessages(press.world(settings), settings), (messages) =>
      andThen(press.observe('view', viewInvoice, taxed, settings, messages), (view) =>
        success({ ...taxed, settings, view }),
      ),
    ),
  );
}

/** Untrusted body to facts: the invoice as its document states it, with its tax, and the settings that hold for it. */
export function billOf(raw: RawInvoice, press: Press): Outcome<Bill> {
  const { observe } = press;
  return andThen(observe('invoice', parseInvoice, raw), (parsed) =>
    andThen(settingsOf(parsed.key.customerId, press), (settings) =>
      andThen(observe('invoice', checkInvoice, parsed, settings.reconcile, raw.path), (checked) =>
        andThen(observe('document', identifyDocument, checked, settings), (identified) =>
          andThen(numberBySequence(settings, identified.document.kind, parsed.uri), (numbered) =>
            andThen(observe('tax', taxInvoice, identified.invoice, numbered), (tax) =>
              success({ settings: numbered, taxed: { ...identified, tax } }),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The series of the ledger's that a document's number is of, `INV-2026-#`; null where it is of none. */
export function seriesOf({ invoice, document, settings }: ViewedInvoice): string | null {
  const { series } = settings.sequence;
  if (series === null) return null;
  const number = { ...settings.number, pattern: series, creditNote: series };
  return documentNumber(invoice, { ...settings, number, revision: 1 }, document.kind);
}

/** The settings of a customer's documents. */
export function settingsOf(customerId: string, press: Press): Outcome<Settings> {
  const { config, overrides } = press;
  return press.resolveSettings(config, customerId, overrides, press.customerFacts(customerId));
}

/** Markup to pages: the page engine up to pagination. */
export function layOutMarkup(
  markup: Markup,
  world: World,
  observe = unobserved,
): Outcome<PagedDocument> {
  return inTurn(
    () => observe('markup', parseMarkup, markup),
    (element) => observe('box', buildBoxes, element, world),
    (tree) =>
      andThen(world.fonts.extend(tree.fontFaces), (fonts) =>
        observe('layout', layoutBoxes, tree, fonts),
      ),
    (flow) => observe('paginate', paginate, flow),
  );
}

/** Markup to PDF: the page engine alone. */
export function printMarkup(markup: Markup, world: World): Outcome<PdfBytes> {
  return andThen(layOutMarkup(markup, world), (pages) => drawPages(pages));
}
