import { createHash } from 'node:crypto';
import { isDay } from '../config/schema-date.ts';
import type { Settings } from '../config/settings.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';
import { isNegative, isZero, negate, sum } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { viewBrand } from './brand.ts';
import { cleanText } from './clean-text.ts';
import { viewContext, type TaxedInvoice, type ViewContext } from './context.ts';
import { fact } from './fact.ts';
import { formatIsoDay } from './iso-day.ts';
import { viewLetter } from './letter.ts';
import type { DueView } from './invoice-view.ts';
import type { Messages } from './messages.ts';
import { viewCustomer, viewSeller } from './parties.ts';
import { statementPayment } from './payment.ts';
import { sayMoney } from './printed.ts';
import { fill, say } from './say.ts';
import { viewStatementAccount } from './statement-account.ts';
import { statementEntry, type StatementEntry } from './statement-entry.ts';
import type { StatementView } from './statement-view.ts';

/** What a statement is made from: a customer's documents, what holds for them, and the day of the statement. */
export interface StatementRequest {
  readonly documents: readonly TaxedInvoice[];
  readonly settings: Settings;
  readonly messages: Messages;
  /** `2025-12-31`. */
  readonly asOf: string;
}

/** The final documents of a customer up to a day, what of them is open, and how old that is. */
export function viewStatement(request: StatementRequest): Outcome<StatementView> {
  const { documents, settings, messages, asOf } = request;
  if (!isDay(asOf)) return noDay(asOf);
  const day = Date.parse(`${asOf}T00:00:00Z`) / 1000;
  const entries = documents
    .filter(({ invoice, document }) => document.final && invoice.end <= day)
    .map((one) => statementEntry(viewContext(one, settings, messages), day))
    .sort(byDay);
  const [first] = entries;
  if (first === undefined) return nothingToState(settings.customer.id, asOf);
  const brand = viewBrand(settings.brand, settings.seller.name);
  const view = { ...assemble(entries, first.context, asOf), brand: brand.view };
  const cleaned = cleanText(view);
  return success(cleaned.value, [...brand.warnings, ...cleaned.warnings]);
}

function byDay({ context: { invoice: a } }: StatementEntry, { context }: StatementEntry): number {
  const b = context.invoice;
  return a.end - b.end || (a.uri < b.uri ? -1 : 1);
}

function assemble(
  entries: readonly StatementEntry[],
  context: ViewContext,
  asOf: string,
): Omit<StatementView, 'brand'> {
  const { settings, messages } = context;
  const number = statementNumber(settings, asOf);
  const title = say(messages, 'title.statement');
  const customer = settings.customer.name;
  const groups = byCurrency(entries);
  const balances = groups.map((group) => balanceOf(group));
  return {
    locale: messages.locale,
    direction: messages.direction,
    second: { locale: messages.secondLocale, direction: messages.secondDirection },
    paper: settings.paper,
    letter: viewLetter(settings),
    documentTitle: say(messages, 'document.file', { title, number, customer }),
    title,
    number,
    isoDate: asOf,
    seller: viewSeller(context),
    customer: viewCustomer(context),
    facts: [
      fact(say(messages, 'statement.date'), formatIsoDay(asOf, messages.dates)),
      fact(say(messages, 'fact.customer'), settings.customer.id),
    ],
    due: balanceSentence(balances, context, asOf),
    payment: statementPayment(balances, number, context),
    messages: messages.words,
    accounts: groups.map((group) => viewStatementAccount(group, context)),
  };
}

function byCurrency(entries: readonly StatementEntry[]): readonly (readonly StatementEntry[])[] {
  const groups = new Map<string, StatementEntry[]>();
  for (const entry of entries) {
    const { code } = entry.amount.currency;
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [entry]);
    else group.push(entry);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function balanceOf(group: readonly StatementEntry[]): Money {
  const [first] = group;
  if (first === undefined) throw new TypeError('a currency has entries');
  return sum(
    group.map(({ open }) => open),
    first.open.currency,
  );
}

function balanceSentence(balances: readonly Money[], context: ViewContext, asOf: string): DueView {
  const { messages } = context;
  const date = formatIsoDay(asOf, messages.dates);
  const label = say(messages, 'statement.balance');
  const [balance, ...others] = balances.filter((one) => !isZero(one));
  if (balance === undefined) {
    const sentence = say(messages, 'statement.nothing', { date });
    return { label, kind: 'nothing', amount: '', sentence, others: [] };
  }
  const isCredit = isNegative(balance);
  const sentence = say(messages, isCredit ? 'statement.credit' : 'statement.due', { date });
  const amount = sayMoney(context, isCredit ? negate(balance) : balance);
  const more = others.map((one) => sayMoney(context, one));
  return { label, kind: isCredit ? 'credit' : 'due', amount, sentence, others: more };
}

function statementNumber({ number, customer }: Settings, asOf: string): string {
  const [year = '', month = '', day = ''] = asOf.split('-');
  const hash = createHash('sha256').update(`${customer.id} ${asOf}`).digest('hex').slice(0, 8);
  const values = { date: `${year}${month}${day}`, year, month, day, hash, customer: customer.id };
  return fill(number.statement, values);
}

function noDay(found: string): Outcome<never> {
  return failed([
    failure('view', '--as-of', 'This is no day', { expected: 'a day such as 2025-12-31', found }),
  ]);
}

function nothingToState(customer: string, asOf: string): Outcome<never> {
  return failed([
    failure('view', '--customer', 'There is nothing to state', {
      expected: `a final invoice of ${customer} up to ${asOf}`,
      found: 'none',
      hint: 'Check the customer id, the day, and the files.',
    }),
  ]);
}
