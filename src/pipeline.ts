import type { Attachment } from './attachment.ts';
import type { BoxTree } from './box/box.ts';
import { buildBoxes } from './box/build-boxes.ts';
import type { Settings } from './config/settings.ts';
import { identifyDocument } from './document/identify-document.ts';
import type { IdentifiedInvoice } from './document/document.ts';
import { numberBySequence } from './document/number-by-sequence.ts';
import { drawPages } from './draw/draw-pages.ts';
import type { PdfBytes } from './draw/pdf-bytes.ts';
import { eInvoiceFiles } from './e-invoice/e-invoice-file.ts';
import { andThen, success, type Outcome } from './failure.ts';
import type { RawInvoice } from './fetch/raw-invoice.ts';
import { checkInvoice } from './invoice/check-invoice.ts';
import { parseInvoice } from './invoice/parse-invoice.ts';
import type { Flow } from './layout/item.ts';
import { layoutBoxes } from './layout/layout-boxes.ts';
import type { ElementTree } from './markup/element.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import type { PagedDocument } from './paginate/page.ts';
import { unobserved, type Observe } from './observe.ts';
import { paginate } from './paginate/paginate.ts';
import type { Press } from './press.ts';
import { drawSigned } from './signature/draw-signed.ts';
import type { TaxBreakdown } from './tax/tax-breakdown.ts';
import { taxInvoice } from './tax/tax-invoice.ts';
import { fillTemplate } from './template/fill-template.ts';
import type { Markup } from './template/markup.ts';
import { usageFiles } from './usage-csv/usage-file.ts';
import type { TaxedInvoice } from './view/context.ts';
import type { InvoiceView } from './view/invoice-view.ts';
import { documentNumber } from './view/document-number.ts';
import { loadMessages } from './view/messages.ts';
import { viewInvoice } from './view/view-invoice.ts';
import { begin, go, goAbreast, type Way } from './way.ts';
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

/** What the page engine has made so far, and what waits beside it: nobody needs the invoice any more. */
interface Underway<Made, Kept> extends Omit<PrintedInvoice<Kept>, 'pdf'> {
  readonly made: Made;
  readonly world: World;
}

/** An invoice with its tax, and the settings that hold for it. */
export interface Bill {
  readonly settings: Settings;
  readonly taxed: TaxedInvoice;
}

/** An invoice to render. */
export interface Order<Kept> {
  /** Where its untrusted body comes from. It is read when it is needed, and let go of. */
  readonly read: () => Outcome<RawInvoice>;
  readonly press: Press;
  /** What is taken out of it before its pages are made. */
  readonly keep: (viewed: ViewedInvoice) => Outcome<Kept>;
}

/**
 * The whole flow for one invoice: untrusted body to PDF. A long bill does not fit into memory three times, so its body is let
 * go of when its facts are known, and its view when its page is filled: `keep` takes out of it what is wanted afterwards.
 */
export function renderInvoice<Kept>(order: Order<Kept>): Outcome<PrintedInvoice<Kept>> {
  return go(wayToPdf(order));
}

/** So many short invoices go through the stages side by side; more gain nothing. */
export const ABREAST = 16;

/** Bytes of a body that is short: bills of one page and some. What longer ones gain they lose to collecting garbage. */
export const SHORT = 24 * 1024;

/** Neighbours that are short in groups of `ABREAST` at most, each of the others alone, all in their order. */
export function* shortGroups<T>(
  items: Iterable<T>,
  bytes: (item: T) => number,
): Generator<readonly T[]> {
  let group: T[] = [];
  for (const item of items) {
    const isShort = bytes(item) <= SHORT;
    if (isShort && group.push(item) < ABREAST) continue;
    if (group.length > 0) yield group;
    if (!isShort) yield [item];
    group = [];
  }
  if (group.length > 0) yield group;
}

/** The whole flow for some short invoices side by side, each as `renderInvoice` would have it, in less time. */
export function renderAbreast<Kept>(
  orders: readonly Order<Kept>[],
): readonly Outcome<PrintedInvoice<Kept>>[] {
  return goAbreast(orders.map(wayToPdf));
}

function wayToPdf<Kept>({ read, press, keep }: Order<Kept>): Way<PrintedInvoice<Kept>> {
  const { observe, sealing } = press;
  const { parse, box, layout, pages } = pageEngine(observe);
  return begin(() => andThen(read(), (raw) => billOf(raw, press)))
    .next((bill) => viewBill(bill, press))
    .next((viewed) => fillInvoice(viewed, press, keep))
    .next(beside(parse))
    .next(beside(box))
    .next(beside(layout))
    .next(beside(pages))
    .next(({ made, attachments, kept }) =>
      andThen(observe('draw', drawSigned, made, sealing, { attachments }), (pdf) =>
        success({ pdf, attachments, kept }),
      ),
    );
}

/** A stage of the page engine, with what waits beside it. */
function beside<A, B>(stage: (made: A, world: World) => Outcome<B>) {
  return <Kept>({
    made,
    world,
    attachments,
    kept,
  }: Underway<A, Kept>): Outcome<Underway<B, Kept>> =>
    andThen(stage(made, world), (next) => success({ made: next, world, attachments, kept }));
}

function fillInvoice<Kept>(
  viewed: ViewedInvoice,
  { observe, world: worldOf }: Press,
  keep: Order<Kept>['keep'],
): Outcome<Underway<Markup, Kept>> {
  const world = worldOf(viewed.settings);
  return andThen(observe('e-invoice', eInvoiceFiles, viewed), (invoices) =>
    andThen(keep(viewed), (kept) =>
      andThen(observe('template', fillTemplate, viewed.view, world), (markup) =>
        success({ made: markup, world, attachments: [...invoices, ...usageFiles(viewed)], kept }),
      ),
    ),
  );
}

/** Untrusted body to view: what the document will say. */
export function viewOf(raw: RawInvoice, press: Press): Outcome<ViewedInvoice> {
  return andThen(billOf(raw, press), (bill) => viewBill(bill, press));
}

function viewBill({ settings, taxed }: Bill, press: Press): Outcome<ViewedInvoice> {
  const { document, invoice, tax } = taxed;
  return andThen(loadMessages(press.world(settings), settings), (messages) =>
    andThen(press.observe('view', viewInvoice, taxed, settings, messages), (view) =>
      success({ document, invoice, tax, settings, view }),
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
              success({ settings: numbered, taxed: taxedOf(identified, tax) }),
            ),
          ),
        ),
      ),
    ),
  );
}

function taxedOf({ document, invoice }: IdentifiedInvoice, tax: TaxBreakdown): TaxedInvoice {
  return { document, invoice, tax };
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

/** The stages of the page engine up to pagination. */
function pageEngine(observe: Observe) {
  return {
    parse: (markup: Markup) => observe('markup', parseMarkup, markup),
    box: (root: ElementTree, world: World) => observe('box', buildBoxes, root, world),
    layout: (tree: BoxTree, { fonts }: World) =>
      andThen(fonts.extend(tree.fontFaces), (all) => observe('layout', layoutBoxes, tree, all)),
    pages: (flow: Flow) => observe('paginate', paginate, flow),
  };
}

/** Markup to pages: the page engine up to pagination. */
export function layOutMarkup(
  markup: Markup,
  world: World,
  observe = unobserved,
): Outcome<PagedDocument> {
  const { parse, box, layout, pages } = pageEngine(observe);
  return go(
    begin(() => parse(markup))
      .next((root) => box(root, world))
      .next((tree) => layout(tree, world))
      .next(pages),
  );
}

/** Markup to PDF: the page engine alone. */
export function printMarkup(markup: Markup, world: World): Outcome<PdfBytes> {
  return andThen(layOutMarkup(markup, world), (pages) => drawPages(pages));
}
