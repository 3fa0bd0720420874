import type { ViewContext } from './context.ts';
import { formatDay } from './date-formats.ts';
import { documentNumber } from './document-number.ts';
import { formatIsoDay } from './iso-day.ts';
import type { MessageKey } from './message-keys.ts';
import { say } from './say.ts';

/** A label and its value; empty where there is none. */
export type NamedFact = readonly [MessageKey, string];

/** The facts that only this kind of document has, and its day. */
export function documentFacts(context: ViewContext, dueDate: string): readonly NamedFact[] {
  const { document, invoice, messages } = context;
  const day = formatDay(invoice.end, messages.dates);
  switch (document.kind) {
    case 'invoice':
      return [
        ['fact.date', day],
        ['fact.due', dueDate],
        ['fact.original', original(context)],
      ];
    case 'credit-note':
      return [
        ['fact.creditDate', day],
        ['fact.original', original(context)],
      ];
    case 'receipt':
      return [...paidFacts(context), ['receipt.invoiceDate', day]];
  }
}

function original({ document, messages }: ViewContext): string {
  const { number = '', date = '' } = document.original ?? {};
  if (date === '') return number;
  return say(messages, 'original.dated', { number, date: formatIsoDay(date, messages.dates) });
}

function paidFacts({ document, invoice, settings, messages }: ViewContext): readonly NamedFact[] {
  const { date = '', method = '', reference = '' } = document.paid ?? {};
  return [
    ['receipt.date', date === '' ? '' : formatIsoDay(date, messages.dates)],
    ['receipt.method', method],
    ['receipt.reference', reference],
    ['receipt.invoice', documentNumber(invoice, settings)],
  ];
}
