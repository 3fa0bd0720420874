import type { PdfBytes } from './draw/pdf-bytes.ts';
import { andThen, failed, success, type Failure, type Outcome } from './failure.ts';
import type { RawInvoice } from './fetch/raw-invoice.ts';
import { billOf, printMarkup, settingsOf } from './pipeline.ts';
import type { Press } from './press.ts';
import { fillStatement } from './template/fill-template.ts';
import type { TaxedInvoice } from './view/context.ts';
import { loadMessages } from './view/messages.ts';
import type { StatementView } from './view/statement-view.ts';
import { viewStatement } from './view/view-statement.ts';

/** Whose statement, and of which day: `2025-12-31`. The day is asked for, because nothing here reads a clock. */
export interface StatementOf {
  readonly customerId: string;
  readonly asOf: string;
}

/** A statement of account as a file, and what it says. */
export interface RenderedStatement {
  readonly view: StatementView;
  readonly pdf: PdfBytes;
}

/**
 * The statement of account over those of these invoices that are the customer's: untrusted bodies to PDF. An invoice of
 * the customer that cannot be read fails the statement, because its balance would be wrong.
 */
export function renderStatement(
  raws: readonly RawInvoice[],
  of: StatementOf,
  press: Press,
): Outcome<RenderedStatement> {
  return andThen(viewStatementOf(raws, of, press), (view) =>
    andThen(settingsOf(of.customerId, press), (settings) => {
      const world = press.world(settings);
      const printed = andThen(fillStatement(view, world), (markup) => printMarkup(markup, world));
      return andThen(printed, (pdf) => success({ view, pdf }));
    }),
  );
}

/** What the statement will say. */
export function viewStatementOf(
  raws: readonly RawInvoice[],
  { customerId, asOf }: StatementOf,
  press: Press,
): Outcome<StatementView> {
  return andThen(documentsOf(raws, customerId, press), (documents) =>
    andThen(settingsOf(customerId, press), (settings) =>
      andThen(loadMessages(press.world(settings), settings), (messages) =>
        viewStatement({ documents, settings, messages, asOf }),
      ),
    ),
  );
}

/** The same invoice twice counts once: the later one is the newer. */
function documentsOf(
  raws: readonly RawInvoice[],
  customerId: string,
  press: Press,
): Outcome<readonly TaxedInvoice[]> {
  const documents = new Map<string, TaxedInvoice>();
  const failures: Failure[] = [];
  const warnings: Failure[] = [];
  for (const raw of raws.filter(({ body }) => isOf(body, customerId))) {
    const bill = billOf(raw, press);
    warnings.push(...bill.warnings);
    if (bill.ok) documents.set(bill.value.taxed.invoice.uri, bill.value.taxed);
    else failures.push(...bill.failures);
  }
  return failures.length > 0
    ? failed(failures, warnings)
    : success([...documents.values()], warnings);
}

function isOf(body: unknown, customerId: string): boolean {
  const key = (body as { readonly invoiceKey?: { readonly customerId?: unknown } } | null)
    ?.invoiceKey;
  return key?.customerId === customerId;
}
