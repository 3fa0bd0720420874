import type { ViewContext } from './context.ts';
import type { SectionView } from './invoice-view.ts';
import { round } from './printed.ts';
import { say } from './say.ts';
import { plainLine, section } from './sections.ts';

/** Charges of commitments: instalments, or what is missing to the agreed spend. */
export function viewCommitments(context: ViewContext): SectionView {
  const { invoice, messages } = context;
  const lines = invoice.commitments.map(({ name, fee }) =>
    plainLine(context, name || say(messages, 'fee.unnamed'), [], round(context, fee)),
  );
  const printed = round(context, invoice.totals.commitments);
  const total = { label: say(messages, 'total.commitments'), printed };
  return section(context, say(messages, 'section.commitments'), lines, total);
}
