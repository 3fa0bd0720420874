import type { PlanFee } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import type { SectionView } from './invoice-view.ts';
import { round } from './printed.ts';
import { say } from './say.ts';
import { plainLine, section } from './sections.ts';

/** Fees of the plan, with what marks them: one-time, prorated. */
export function viewFees(context: ViewContext): SectionView {
  const { invoice, messages } = context;
  const lines = invoice.planFees.map((fee) =>
    plainLine(context, feeName(fee, context), [notes(fee, context)], round(context, fee.cost)),
  );
  const total = {
    label: say(messages, 'total.fees'),
    printed: round(context, invoice.totals.planFees),
  };
  return section(context, say(messages, 'section.fees'), lines, total);
}

function feeName({ name, description }: PlanFee, { messages }: ViewContext): string {
  return name || description || say(messages, 'fee.unnamed');
}

function notes(fee: PlanFee, { messages }: ViewContext): string {
  const once = fee.oneTime ? say(messages, 'fee.oneTime') : '';
  const described = fee.name === '' ? '' : fee.description;
  return [described, once, prorating(fee, messages)].filter(Boolean).join(' · ');
}

function prorating(fee: PlanFee, messages: ViewContext['messages']): string {
  if (fee.proratedToDay) return say(messages, 'fee.proratedToDay');
  return fee.prorated ? say(messages, 'fee.prorated') : '';
}
