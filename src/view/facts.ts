import { later } from '../calendar.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { formatCount } from '../money/format-money.ts';
import type { ViewContext } from './context.ts';
import { formatDay, formatLocalDay, formatPeriod, hasDate } from './date-formats.ts';
import { fact } from './fact.ts';
import type { FactView } from './invoice-view.ts';
import { documentFacts } from './document-facts.ts';
import { roundOne } from './printed.ts';
import { PLURAL_KEYS, type MessageKey } from './message-keys.ts';
import type { Messages } from './messages.ts';
import { say, sayCount, spell } from './say.ts';
import { isDraft, sayStatus, standing } from './status.ts';

/** Dates, period, plan, status and references in reading order; what is not there is left out. */
export function viewFacts(context: ViewContext): readonly FactView[] {
  const { invoice, settings, messages, document } = context;
  const facts: readonly (readonly [MessageKey, string])[] = [
    ...documentFacts(context, dueDate(context)),
    ['fact.period', formatPeriod(invoice.start, invoice.end, messages.dates)],
    ['fact.plan', sayPlan(invoice, messages)],
    ['fact.status', document.kind === 'invoice' ? status(context) : ''],
    ['fact.external', settings.showExternalStatus ? (invoice.externalStatus ?? '') : ''],
    ['fact.paymentCreated', paymentDay(invoice, messages)],
    ['fact.order', settings.customer.purchaseOrder],
    ['fact.customer', invoice.key.customerId],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => fact(say(messages, key), value));
}

function status(context: ViewContext): string {
  const { invoice, messages, tax } = context;
  const isDue = standing(context, roundOne(context, tax.due.payment)) === 'due';
  return isDue ? say(messages, 'status.due') : sayStatus(invoice, messages);
}

/** The day by which to pay; empty for drafts and without terms. */
export function dueDate({ invoice, settings, messages, document }: ViewContext): string {
  const { days } = settings.terms;
  if (days === null || isDraft(invoice) || document.kind !== 'invoice') return '';
  const due = later(invoice.end, days, 'day');
  return hasDate(due) ? formatDay(due, messages.dates) : '';
}

function sayPlan({ planName, billingPeriod }: Invoice, messages: Messages): string {
  return [planName, sayInterval(billingPeriod, messages)].filter(Boolean).join(', ');
}

const INTERVALS = PLURAL_KEYS.filter((key) => key.startsWith('interval.'));

function sayInterval({ interval, count }: Invoice['billingPeriod'], messages: Messages): string {
  const code = interval.toLowerCase();
  const known = INTERVALS.find((key) => key === `interval.${code}`);
  if (known !== undefined) return sayCount(messages, known, count);
  const values = { count: formatCount(count, messages.numbers), interval: spell(code) };
  return interval === '' ? '' : say(messages, 'interval.other', values);
}

function paymentDay({ paymentCreated }: Invoice, messages: Messages): string {
  if (paymentCreated === null || !hasDate(paymentCreated)) return '';
  return formatLocalDay(paymentCreated, messages.dates);
}
