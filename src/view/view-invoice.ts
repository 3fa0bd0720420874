import type { Settings } from '../config/settings.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { viewAccount } from './account.ts';
import { alignFigures } from './alignment.ts';
import { viewAnnex } from './annex.ts';
import { doubtTexts, viewBrand } from './brand.ts';
import { cleanText } from './clean-text.ts';
import { viewCommitments } from './commitments.ts';
import { viewContext, type TaxedInvoice, type ViewContext } from './context.ts';
import { hasDate } from './date-formats.ts';
import { viewDue } from './due.ts';
import { viewFacts } from './facts.ts';
import { viewFees } from './fees.ts';
import { viewInvoiceFees } from './invoice-fees.ts';
import type { BrandView, InvoiceView, RowView } from './invoice-view.ts';
import { viewItems } from './items.ts';
import { viewLetter } from './letter.ts';
import type { Messages } from './messages.ts';
import { viewNotes, type BillView } from './notes.ts';
import { viewCustomer, viewSeller } from './parties.ts';
import { viewPayment } from './payment.ts';
import { viewPromotions } from './promotions.ts';
import { fitNames, viewSizes } from './sizes.ts';
import { viewIncludedTaxes, viewTaxNotes } from './taxes.ts';
import { viewTotals } from './totals.ts';
import { viewDocument } from './view-document.ts';

/** Lines above which a bill says its totals on the first page too. */
const LONG_BILL = 40;

/** Everything that a template may print of an invoice, in the customer's words. */
export function viewInvoice(
  taxed: TaxedInvoice,
  settings: Settings,
  messages: Messages,
): Outcome<InvoiceView> {
  const { invoice } = taxed;
  if (!hasDate(invoice.start) || !hasDate(invoice.end)) return noDates(invoice);
  const brand = viewBrand(settings.brand, settings.seller.name);
  const context = viewContext(taxed, settings, messages);
  const cleaned = cleanText(assemble(context, brand.view), context.messages.clean);
  const texts = doubtTexts(settings.brand, messages.words);
  return success(cleaned.value, [...brand.warnings, ...texts, ...cleaned.warnings]);
}

/** Field by field: to spread several objects into one this large takes longer than to make them. */
function assemble(context: ViewContext, brand: BrandView): InvoiceView {
  const { settings, messages } = context;
  const document = viewDocument(context);
  const bill = viewBill(context);
  const account = viewAccount(context);
  const annex = viewAnnex(context, bill.items);
  const sizes = viewSizes(context, { bill, account, annex });
  return {
    locale: document.locale,
    direction: document.direction,
    second: document.second,
    kind: document.kind,
    final: document.final,
    documentTitle: document.documentTitle,
    title: document.title,
    number: document.number,
    isoDate: document.isoDate,
    draft: document.draft,
    paid: document.paid,
    brand,
    seller: viewSeller(context),
    customer: viewCustomer(context),
    facts: viewFacts(context),
    due: viewDue(context),
    payment: viewPayment(context, document.number),
    columns: sizes.columns,
    quantitySize: sizes.quantitySize,
    unitPriceSize: sizes.unitPriceSize,
    dense: sizes.dense,
    denser: sizes.denser,
    summary: viewSummary(bill),
    items: fitNames(bill.items, sizes),
    fees: bill.fees,
    invoiceFees: bill.invoiceFees,
    commitments: bill.commitments,
    promotions: bill.promotions,
    totals: bill.totals,
    taxes: bill.taxes,
    account,
    annex: { ...annex, lines: fitNames(annex.lines, sizes) },
    taxNotes: viewTaxNotes(context),
    notes: viewNotes(context, bill),
    messages: messages.words,
    paper: settings.paper,
    letter: viewLetter(settings),
  };
}

function viewBill(context: ViewContext): BillView {
  const items = viewItems(context);
  return {
    items: { ...items, rows: alignFigures(items.rows, context.messages) },
    fees: viewFees(context),
    invoiceFees: viewInvoiceFees(context),
    commitments: viewCommitments(context),
    promotions: viewPromotions(context),
    totals: viewTotals(context),
    taxes: viewIncludedTaxes(context),
  };
}

function viewSummary(bill: BillView): readonly RowView[] {
  const { items, fees, invoiceFees, commitments, promotions, totals } = bill;
  const sections = [items, fees, invoiceFees, commitments, promotions];
  const lines = sections.reduce((count, { rows }) => count + rows.length, 0);
  return lines > LONG_BILL ? totals : [];
}

function noDates({ start, end }: Invoice): Outcome<never> {
  const expected = 'a start and an end that are dates';
  const found = `${start} and ${end}`;
  return failed([
    failure('view', 'invoiceEndTimeInSeconds', 'The billing period has no dates', {
      expected,
      found,
    }),
  ]);
}
