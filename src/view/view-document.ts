import { isoDay } from '../calendar.ts';
import type { ViewContext } from './context.ts';
import { documentNumber } from './document-number.ts';
import type { InvoiceView } from './invoice-view.ts';
import type { Messages } from './messages.ts';
import { say } from './say.ts';
import { isDraft } from './status.ts';
import { titleKey } from './titles.ts';

/** What the document is: language, title, number, day, and whether it may change. */
export type DocumentView = Pick<
  InvoiceView,
  | 'locale'
  | 'direction'
  | 'second'
  | 'kind'
  | 'final'
  | 'documentTitle'
  | 'title'
  | 'number'
  | 'isoDate'
  | 'draft'
  | 'paid'
>;

/** The facts that head a document. */
export function viewDocument(context: ViewContext): DocumentView {
  const { invoice, document, settings, messages } = context;
  const number = documentNumber(invoice, settings, document.kind);
  const title = say(messages, titleKey(context));
  const customer = settings.customer.name || invoice.key.customerId;
  return {
    locale: messages.locale,
    direction: messages.direction,
    second: viewSecond(messages),
    kind: document.kind,
    final: document.final,
    documentTitle: say(messages, 'document.file', { title, number, customer }),
    title,
    number,
    isoDate: isoDay(invoice.end),
    draft: isDraft(invoice),
    paid: invoice.paymentStatus === 'settled' && !isDraft(invoice) && document.kind === 'invoice',
  };
}

function viewSecond({ secondLocale, secondDirection }: Messages): InvoiceView['second'] {
  return { locale: secondLocale, direction: secondDirection };
}
