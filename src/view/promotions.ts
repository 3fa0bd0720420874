import { isZero } from '../money/money.ts';
import type { Promotion } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import { formatLocalDay, hasDate } from './date-formats.ts';
import type { SectionView } from './invoice-view.ts';
import { dimensionList } from './names.ts';
import { minus, round, sayMoney } from './printed.ts';
import { say, sayCode, spell } from './say.ts';
import { plainLine, section } from './sections.ts';

/** What the customer is spared, as negative amounts, with scope, limit and day of each promotion. */
export function viewPromotions(context: ViewContext): SectionView {
  const { invoice, messages } = context;
  const lines = invoice.promotions.map((promotion) =>
    plainLine(
      context,
      promotion.name || kindOf(promotion, context),
      [join([what(promotion, context), limits(promotion, context)])],
      minus(round(context, promotion.discount)),
    ),
  );
  const printed = minus(round(context, invoice.totals.discount));
  const total = { label: say(messages, 'total.promotions'), printed };
  return section(context, say(messages, 'section.promotions'), lines, total);
}

function what(promotion: Promotion, context: ViewContext): string {
  const kind = promotion.name === '' ? '' : kindOf(promotion, context);
  const scope = promotion.granularity ?? '';
  const scopeText = sayCode(context.messages, 'scope', scope.toLowerCase()) ?? spell(scope);
  return join([kind, scopeText, dimensionList(promotion.dimensions, context)]);
}

function limits({ applied, maximum }: Promotion, context: ViewContext): string {
  const { messages } = context;
  const limit = maximum.payment;
  const most =
    limit === null || isZero(limit)
      ? ''
      : say(messages, 'promotion.maximum', { amount: sayMoney(context, limit) });
  const since =
    applied === null || !hasDate(applied)
      ? ''
      : say(messages, 'promotion.applied', { date: formatLocalDay(applied, messages.dates) });
  return join([most, since]);
}

function kindOf({ type }: Promotion, { messages }: ViewContext): string {
  return sayCode(messages, 'promotion', type.toLowerCase()) ?? spell(type);
}

function join(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}
