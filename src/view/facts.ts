import type { Invoice } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import { addDays, formatDay, formatLocalDay, formatPeriod, hasDate } from './date-formats.ts';
import { fact } from './fact.ts';
import type { FactView } from './invoice-view.ts';
import { PLURAL_KEYS, type MessageKey } from './message-keys.ts';
import type { Messages } from './messages.ts';
import { say, sayCount, spell } from './say.ts';
import { isDraft, sayStatus } from './status.ts';

/** Dates, period, plan, status and references in reading order; what is not there is left out. */
export function viewFacts(context: ViewContext): readonly FactView[] {
  const { invoice, settings, messages } = context;
  const facts: readonly (readonly [MessageKey, string])[] = [
    ['fact.date', formatDay(invoice.end, messages.dates)],
    ['fact.due', dueDate(context)],
    ['fact.period', formatPeriod(invoice.start, invoice.end, messages.dates)],
    ['fact.plan', sayPlan(invoice, messages)],
    ['fact.status', sayStatus(invoice, messages)],
    ['fact.external', settings.showExternalStatus ? (invoice.externalStatus ?? '') : ''],
    ['fact.paymentCreated', paymentDay(invoice, messages)],
    ['fact.order', settings.customer.purchaseOrder],
    ['fact.customer', invoice.key.customerId],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => fact(say(messages, key), value));
}

/** The day by which to pay; empty for drafts and without terms. */
export function dueDate({ invoice, settings, messages }: ViewContext): string {
  const { days } = settings.terms;
  if (days === null || isDraft(invoice)) return '';
  const due = addDays(invoice.end, days);
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
  const values = { count: messages.numbers.plain(0).format(count), interval: spell(code) };
  return interval === '' ? '' : say(messages, 'interval.other', values);
}

function paymentDay({ paymentCreated }: Invoice, messages: Messages): string {
  if (paymentCreated === null || !hasDate(paymentCreated)) return '';
  return formatLocalDay(paymentCreated, messages.dates);
}
