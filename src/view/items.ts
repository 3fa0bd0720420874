import type { ViewContext } from './context.ts';
import type { SectionView } from './invoice-view.ts';
import { groupedLines } from './item-groups.ts';
import { round } from './printed.ts';
import { say } from './say.ts';
import { section } from './sections.ts';

/** Metered usage as configured: grouped, without lines of zero, the largest lines only. */
export function viewItems(context: ViewContext): SectionView {
  const { invoice, messages } = context;
  const total = {
    label: say(messages, 'total.items'),
    printed: round(context, invoice.totals.items),
  };
  return section(context, say(messages, 'section.items'), groupedLines(context), total);
}

/** Metered usage with every line, for the annex of a bill that shows the largest only. */
export function viewAllItems(context: ViewContext): SectionView {
  const { settings } = context;
  const usage = { ...settings.usage, top: null, hideZero: false };
  return viewItems({ ...context, settings: { ...settings, usage } });
}
