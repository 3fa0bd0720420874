import { plainAmount } from '../money/format-money.ts';
import type { ViewContext } from './context.ts';
import type { PaymentView } from './payment-view.ts';
import { roundOne } from './printed.ts';
import { fill } from './say.ts';

/** Longer addresses are printed as the site's name alone; the link itself is whole. */
const LONGEST = 60;

/** The page to pay on, for this invoice; values are escaped as parts of an address. */
export function paymentLink(
  context: ViewContext,
  number: string,
): Pick<PaymentView, 'link' | 'linkText'> {
  const { settings, invoice, tax } = context;
  const amount = roundOne(context, tax.due.payment);
  const link = fill(settings.payment.link, {
    number: encodeURIComponent(number),
    customer: encodeURIComponent(invoice.key.customerId),
    amount: plainAmount(amount),
    currency: amount.currency.code,
  });
  const text = link.replace(/^https:\/\//, '');
  return { link, linkText: text.length > LONGEST ? text.replace(/[/?#].*$/, '') : text };
}
