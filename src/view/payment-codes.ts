import type { BankAccount } from '../config/settings.ts';
import { epcCode } from '../payment/epc-code.ts';
import type { PaymentCode } from '../payment/payment-code.ts';
import type { PaymentRequest } from '../payment/request.ts';
import { swissBill, type SwissBill } from '../payment/swiss-bill.ts';
import { swissWords } from '../payment/swiss-words.ts';
import type { ViewContext } from './context.ts';
import type { CodeView, PaymentView, SwissView } from './payment-view.ts';
import { roundOne } from './printed.ts';
import { say } from './say.ts';

/** The codes that the first suitable account allows: a Swiss QR-bill, else an EPC code. */
export function viewCodes(
  context: ViewContext,
  accounts: readonly BankAccount[],
  number: string,
): Pick<PaymentView, 'codes' | 'swiss'> {
  const { settings, tax } = context;
  if (settings.payment.codes === 'off') return { codes: [], swiss: [] };
  const amount = roundOne(context, tax.due.payment);
  const requests = accounts.map((account) => ({
    amount,
    account,
    seller: settings.seller,
    number,
  }));
  const bill = first(requests, (request) =>
    swissBill(request, {
      customer: settings.customer,
      referencePrefix: settings.payment.referencePrefix,
    }),
  );
  if (bill !== null) return { codes: [], swiss: [viewSwiss(bill, context)] };
  const code = first(requests, epcCode);
  const title = say(context.messages, 'payment.code');
  return { codes: code === null ? [] : [viewCode(code, title)], swiss: [] };
}

function first<T>(
  requests: readonly PaymentRequest[],
  make: (request: PaymentRequest) => T | null,
): T | null {
  for (const request of requests) {
    const made = make(request);
    if (made !== null) return made;
  }
  return null;
}

function viewCode({ size, path }: PaymentCode, title: string): CodeView {
  return { title, size: String(size), path };
}

function viewSwiss(bill: SwissBill, { messages, settings }: ViewContext): SwissView {
  const { reference, message, debtor, currency, amount } = bill;
  const words = swissWords(settings.locale);
  const iban = bill.iban.replaceAll(/(.{4})(?=.)/gu, '$1 ');
  return {
    words,
    code: viewCode(bill.code, say(messages, 'payment.swissCode')),
    account: [iban, ...bill.creditor],
    reference,
    remark: message,
    debtor,
    currency,
    amount,
  };
}
