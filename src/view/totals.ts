import { decimal } from '../money/decimal.ts';
import { add } from '../money/money.ts';
import type { Amounts, OptionalAmounts, Totals } from '../invoice/invoice.ts';
import { balance } from './balance.ts';
import type { ViewContext } from './context.ts';
import type { RowView } from './invoice-view.ts';
import type { MessageKey } from './message-keys.ts';
import { isNothing, minus, round, type Printed } from './printed.ts';
import { say } from './say.ts';
import { row } from './sections.ts';
import { printedTaxes } from './taxes.ts';

/** A row of the totals: an amount, or a checkpoint that the amounts since the last one lead to. */
interface Step {
  readonly label: string;
  /** A second, quieter line. */
  readonly note: string;
  readonly printed: Printed;
  readonly kind: 'row' | 'subtotal' | 'total';
  /** Printed though it is zero. */
  readonly kept: boolean;
}

/** Cents that a reading of the totals may miss by. */
const TOLERANCE = decimal('0.01');

/**
 * Usage to amount due in Amberflo's order. Amounts that are zero disappear, and with them the checkpoints that would
 * repeat a number; where printed rows do not lead to a printed checkpoint, a rounding row does.
 */
export function viewTotals(context: ViewContext): readonly RowView[] {
  const rows: RowView[] = [];
  let open: Printed[] = [];
  for (const { label, note, printed, kind } of meaningful(steps(context))) {
    if (kind !== 'row') {
      const missing = open.length === 0 ? null : balance(context, open, printed);
      if (missing !== null) rows.push(row(context, missing, 'rounding'));
      open = [];
    }
    rows.push(row(context, { label, printed, note }, kind));
    open.push(printed);
  }
  return rows;
}

function steps(context: ViewContext): readonly Step[] {
  const {
    invoice: { totals },
    tax,
  } = context;
  const step = (key: MessageKey, printed: Printed, kind: Step['kind']): Step => ({
    label: say(context.messages, key),
    note: '',
    printed,
    kind,
    kept: false,
  });
  const take = (key: MessageKey, amounts: OptionalAmounts, kind: Step['kind'] = 'row') =>
    step(key, round(context, amounts), kind);
  const spare = (key: MessageKey, amounts: OptionalAmounts) =>
    step(key, minus(round(context, amounts)), 'row');
  const commitments = take('totals.commitments', totals.commitments);
  const beforePrepaid = take('totals.beforePrepaid', totals.beforePrepaid, 'subtotal');
  const last = commitmentsComeLast(totals);
  const onTop = tax.prices === 'exclusive' && tax.rows.length > 0;
  const taxSteps: readonly Step[] = [
    take('totals.net', tax.net, 'subtotal'),
    ...printedTaxes(context).map((one) => ({ ...one, kind: 'row', kept: true }) as const),
    take('totals.gross', tax.gross, 'subtotal'),
  ];
  return [
    take('totals.items', totals.items),
    take('totals.fees', totals.planFees),
    take('totals.subtotal', subtotal(totals), 'subtotal'),
    take('totals.invoiceFees', totals.invoiceFees),
    spare('totals.promotions', totals.discount),
    ...(last && !onTop ? [] : [commitments]),
    ...(onTop ? taxSteps : [beforePrepaid]),
    spare('totals.prepaid', tax.prepaid),
    ...(last && !onTop ? [commitments] : []),
    take(dueKey(context), tax.due, 'total'),
  ];
}

const DUE: Readonly<Record<ViewContext['document']['kind'], MessageKey>> = {
  invoice: 'totals.due',
  'credit-note': 'totals.credited',
  receipt: 'totals.paid',
};

function dueKey({ document }: ViewContext): MessageKey {
  return document.final ? DUE[document.kind] : 'totals.soFar';
}

/** Rows that say something, and checkpoints with at least two lines before them and an amount after. */
function meaningful(all: readonly Step[]): readonly Step[] {
  const rows = all.filter((step) => step.kind !== 'row' || step.kept || !isNothing(step.printed));
  const kept: Step[] = [];
  rows.forEach((step, index) => {
    if (step.kind !== 'subtotal' || isCheckpoint(kept, rows[index + 1])) kept.push(step);
  });
  return kept;
}

function isCheckpoint(before: readonly Step[], next: Step | undefined): boolean {
  const last = before.findLastIndex(({ kind }) => kind === 'subtotal');
  const lines = last < 0 ? before.length : before.length - last;
  return lines > 1 && next?.kind === 'row';
}

/** Amberflo's statement has this row but no field for it: usage and plan fees, nothing else. */
function subtotal({ items, planFees }: Totals): OptionalAmounts {
  return {
    payment: add(items.payment, planFees.payment),
    base: items.base && planFees.base && add(items.base, planFees.base),
    credits: items.credits && planFees.credits && add(items.credits, planFees.credits),
  };
}

/** Whether "before prepaid" leaves the commitments out: Amberflo documents neither reading, the amounts tell. */
function commitmentsComeLast({ beforePrepaid, prepaid, commitments, due }: Totals): boolean {
  const of = ({ payment }: Amounts) => payment.amount;
  const withoutThem = of(beforePrepaid).minus(of(prepaid)).minus(of(due));
  const withThem = withoutThem.plus(of(commitments));
  return withThem.abs().lte(TOLERANCE) && withoutThem.abs().gt(TOLERANCE);
}
