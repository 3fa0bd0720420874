import type { Attachment } from './attachment.ts';
import { buildBoxes } from './box/build-boxes.ts';
import { resolveSettings } from './config/resolve-settings.ts';
import type { Settings } from './config/settings.ts';
import { identifyDocument } from './document/identify-document.ts';
import { drawPages, type Inserts } from './draw/draw-pages.ts';
import type { PdfBytes } from './draw/pdf-bytes.ts';
import { eInvoiceFiles } from './e-invoice/e-invoice-file.ts';
import { andThen, success, type Outcome } from './failure.ts';
import type { RawInvoice } from './fetch/raw-invoice.ts';
import { checkInvoice } from './invoice/check-invoice.ts';
import type { Invoice } from './invoice/invoice.ts';
import { parseInvoice } from './invoice/parse-invoice.ts';
import { layoutBoxes } from './layout/layout-boxes.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import type { PagedDocument } from './paginate/page.ts';
import { paginate } from './paginate/paginate.ts';
import type { Press } from './press.ts';
import { taxInvoice } from './tax/tax-invoice.ts';
import { fillTemplate } from './template/fill-template.ts';
import type { Markup } from './template/markup.ts';
import type { TaxedInvoice } from './view/context.ts';
import type { InvoiceView } from './view/invoice-view.ts';
import { loadMessages } from './view/messages.ts';
import { viewInvoice } from './view/view-invoice.ts';
import type { World } from './world.ts';

/** An invoice with its tax, the settings that hold for it, and what a template may print of it. */
export interface ViewedInvoice extends TaxedInvoice {
  readonly settings: Settings;
  readonly view: InvoiceView;
}

/** An invoice with everything that was made of it. */
export interface RenderedInvoice extends ViewedInvoice {
  readonly pdf: PdfBytes;
  /** What lies inside of the PDF: the electronic invoice. */
  readonly attachments: readonly Attachment[];
}

/** The whole flow for one invoice: untrusted body to PDF. */
export function renderInvoice(raw: RawInvoice, press: Press): Outcome<RenderedInvoice> {
  return andThen(viewOf(raw, press), (viewed) => {
    const world = press.world(viewed.settings);
    return andThen(eInvoiceFiles(viewed), (attachments) =>
      andThen(
        andThen(fillTemplate(viewed.view, world), (markup) =>
          printMarkup(markup, world, { attachments }),
        ),
        (pdf) => success({ ...viewed, pdf, attachments }),
      ),
    );
  });
}

/** Untrusted body to view: what the document will say. */
export function viewOf(raw: RawInvoice, press: Press): Outcome<ViewedInvoice> {
  return andThen(parseInvoice(raw), (parsed) =>
    andThen(settingsOf(parsed.key.customerId, press), (settings) =>
      andThen(checkInvoice(parsed, settings.reconcile, raw.path), (checked) =>
        andThen(taxedInvoice(checked, settings), (taxed) =>
          andThen(loadMessages(press.world(settings), settings), (messages) =>
            andThen(viewInvoice(taxed, settings, messages), (view) =>
              success({ ...taxed, settings, view }),
            ),
          ),
        ),
      ),
    ),
  );
}

function taxedInvoice(checked: Invoice, settings: Settings): Outcome<TaxedInvoice> {
  return andThen(identifyDocument(checked, settings), ({ invoice, document }) =>
    andThen(taxInvoice(invoice, settings), (tax) => success({ invoice, document, tax })),
  );
}

function settingsOf(customerId: string, press: Press): Outcome<Settings> {
  const { config, overrides } = press;
  return resolveSettings(config, customerId, overrides, press.customerFacts(customerId));
}

/** Markup to pages: the page engine up to pagination. */
export function layOutMarkup(markup: Markup, world: World): Outcome<PagedDocument> {
  return andThen(parseMarkup(markup), (element) =>
    andThen(buildBoxes(element, world), (tree) =>
      andThen(world.fonts.extend(tree.fontFaces), (fonts) =>
        andThen(layoutBoxes(tree, fonts), paginate),
      ),
    ),
  );
}

/** Markup to PDF: the page engine alone. */
export function printMarkup(
  markup: Markup,
  world: World,
  inserts: Inserts = {},
): Outcome<PdfBytes> {
  return andThen(layOutMarkup(markup, world), (pages) => drawPages(pages, inserts));
}
