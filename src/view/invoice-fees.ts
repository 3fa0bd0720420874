import type { ViewContext } from './context.ts';
import type { SectionView } from './invoice-view.ts';
import { round } from './printed.ts';
import { say } from './say.ts';
import { plainLine, section } from './sections.ts';

/** Service fees that depend on the invoice itself, such as a percentage for support. */
export function viewInvoiceFees(context: ViewContext): SectionView {
  const { invoice, messages } = context;
  const lines = invoice.invoiceFees.map(({ name, fee }) =>
    plainLine(context, name || say(messages, 'fee.unnamed'), [], round(context, fee)),
  );
  const printed = round(context, invoice.totals.invoiceFees);
  const total = { label: say(messages, 'total.invoiceFees'), printed };
  return section(context, say(messages, 'section.invoiceFees'), lines, total);
}
