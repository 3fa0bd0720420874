import type { BankAccount } from '../config/settings.ts';
import type { Money } from '../money/money.ts';
import type { ViewContext } from './context.ts';
import { fact } from './fact.ts';
import type { FactView } from './invoice-view.ts';
import type { PaymentView } from './payment-view.ts';
import { viewCodes } from './payment-codes.ts';
import { paymentLink } from './payment-link.ts';
import type { MessageKey } from './message-keys.ts';
import { roundOne } from './printed.ts';
import { say } from './say.ts';
import { standing } from './status.ts';

/** How to pay the invoice of this number: the bank accounts of the payment currency; nothing where nothing is to be paid. */
export function viewPayment(context: ViewContext, number: string): PaymentView {
  const { invoice, settings, messages } = context;
  const label = say(messages, 'payment.title');
  const isDue = standing(context, roundOne(context, context.tax.due.payment)) === 'due';
  if (!isDue) return { ...NOTHING_TO_PAY, label };
  const accounts = accountsFor(settings.seller.bankAccounts, invoice.columns.payment.code);
  const codes = viewCodes(context, accounts, number);
  const reference = codes.swiss[0]?.reference || number;
  const ways = {
    accounts: accounts.map((account) => accountFacts(account, reference, context)),
    sentence: settings.terms.text,
    ...paymentLink(context, number),
    ...codes,
  };
  const shown = ways.accounts.length > 0 || ways.sentence !== '' || ways.link !== '';
  return { label, shown, ...ways };
}

const NOTHING_TO_PAY: Omit<PaymentView, 'label'> = {
  shown: false,
  accounts: [],
  sentence: '',
  link: '',
  linkText: '',
  codes: [],
  swiss: [],
};

/** How to pay what a statement leaves open: the accounts of its currencies, with its number as the reference. */
export function statementPayment(
  balances: readonly Money[],
  number: string,
  context: ViewContext,
): PaymentView {
  const { settings, messages } = context;
  const label = say(messages, 'payment.title');
  const owed = balances.filter(({ amount }) => amount.gt('0'));
  const all = owed.flatMap(({ currency }) =>
    accountsFor(settings.seller.bankAccounts, currency.code),
  );
  const accounts = [...new Set(all)].map((account) => accountFacts(account, number, context));
  return { ...NOTHING_TO_PAY, label, accounts, shown: accounts.length > 0 };
}

/** The accounts of this currency; where there are none, those that take any. */
function accountsFor(accounts: readonly BankAccount[], currency: string): readonly BankAccount[] {
  const own = accounts.filter((account) => account.currency === currency);
  return own.length > 0 ? own : accounts.filter((account) => account.currency === null);
}

function accountFacts(
  account: BankAccount,
  reference: string,
  { settings, messages }: ViewContext,
): readonly FactView[] {
  const facts: readonly (readonly [MessageKey, string])[] = [
    ['payment.holder', account.holder || settings.seller.name],
    ['payment.bank', account.bank],
    ['payment.iban', inFours(account.iban)],
    ['payment.bic', account.bic],
  ];
  const named = facts.map(([key, value]) => fact(say(messages, key), value));
  const details = account.details.map(({ label, value }) => fact(label, value));
  const what = fact(say(messages, 'payment.reference'), reference);
  return [...named, ...details, what].filter(({ value }) => value !== '');
}

/** ISO 13616-1, section 6: on paper, an IBAN stands in groups of four. */
function inFours(iban: string): string {
  const plain = iban.replaceAll(/\s/g, '');
  return plain.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}
