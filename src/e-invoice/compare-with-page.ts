import { failure, type Failure } from '../failure.ts';
import type { FactView, InvoiceView, RowView } from '../view/invoice-view.ts';
import type { Day, WrittenDecimal, EInvoice } from './e-invoice.ts';

/** Something that the page prints and the XML states. */
interface Pair {
  /** `BT-115 amount due`. */
  readonly term: string;
  readonly printed: string;
  readonly stated: string;
}

/** Every number, total and date that the page prints and the XML states otherwise. */
export function compareWithPage(view: InvoiceView, invoice: EInvoice): readonly Failure[] {
  const pairs = [
    { term: 'BT-1 invoice number', printed: view.number, stated: invoice.number },
    { term: 'BT-2 issue date', printed: view.isoDate, stated: invoice.issued },
    ...dates(view, invoice),
    ...totals(view, invoice),
    ...taxes(view, invoice),
    ...parties(view, invoice),
  ];
  return pairs.filter(({ printed, stated }) => printed !== cleaned(stated)).map(asFailure);
}

/** What the page replaces, because no sheet may hold it. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202d\u202e]/gu;

function cleaned(text: string): string {
  return text.replaceAll(UNPRINTABLE, '\ufffd');
}

function asFailure({ term, printed, stated }: Pair): Failure {
  return failure('e-invoice', term, 'Page and electronic invoice do not say the same', {
    expected: `${printed}, as the page prints it`,
    found: stated,
    hint: 'This is a fault of the program, please report it; eInvoice.profile none renders without XML.',
  });
}

function dates({ facts, locale, messages }: InvoiceView, { issued, due }: EInvoice) {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const say = (day: Day) => format.format(new Date(`${day}T00:00:00Z`));
  const pair = (term: string, key: string, day: Day | null): readonly Pair[] =>
    valuesOf(facts, messages[key]).map((printed) => ({
      term,
      printed,
      stated: day === null ? 'nothing' : say(day),
    }));
  return [
    ...pair('BT-2 issue date', 'fact.date', issued),
    ...pair('BT-9 payment due date', 'fact.due', due),
  ];
}

function valuesOf(facts: readonly FactView[], label: string | undefined): readonly string[] {
  return facts.filter((fact) => fact.label === label).map(({ value }) => value);
}

/** The last row of the totals is what is to be paid, whatever it is called in this document. */
function totals({ totals, taxes, messages }: InvoiceView, invoice: EInvoice): readonly Pair[] {
  const { net, gross, prepaid, due } = invoice.totals;
  const rows = [...totals, ...taxes];
  const pair = (term: string, key: string, stated: WrittenDecimal): readonly Pair[] =>
    rows
      .filter(({ label }) => label === messages[key])
      .map((row) => ({ term, printed: amountOf(row), stated }));
  const last = totals.filter(({ kind }) => kind === 'total').at(-1);
  return [
    ...pair('BT-109 total without VAT', 'totals.net', net),
    ...pair('BT-112 total with VAT', 'totals.gross', gross),
    ...pair('BT-113 paid amount', 'totals.prepaid', negative(prepaid)),
    { term: 'BT-115 amount due', printed: last === undefined ? '' : amountOf(last), stated: due },
  ];
}

/** Rows of tax say what they are reckoned from; they stand in the order of the breakdown. */
function taxes({ totals, taxes }: InvoiceView, invoice: EInvoice): readonly Pair[] {
  const rows = [...totals, ...taxes].filter(({ note }) => note !== '');
  const term = 'BT-117 VAT of a category';
  const count = { term: 'BG-23 VAT rows', printed: String(rows.length) };
  return [
    { ...count, stated: String(invoice.taxes.length) },
    ...rows.map((row, index) => ({
      term,
      printed: amountOf(row),
      stated: invoice.taxes[index]?.tax ?? 'nothing',
    })),
  ];
}

function parties({ seller, customer, payment }: InvoiceView, invoice: EInvoice): readonly Pair[] {
  const within = (term: string, facts: readonly FactView[], stated: string | null) => {
    const values = facts.map(({ value }) => value.replaceAll(/\s/g, ''));
    const isThere = stated === null || values.includes(stated.replaceAll(/\s/g, ''));
    return isThere ? [] : [{ term, printed: values.join(', '), stated }];
  };
  const accounts = payment.accounts.flat();
  const { account } = invoice.payment ?? { account: null };
  return [
    { term: 'BT-27 seller name', printed: seller.name, stated: invoice.seller.name },
    { term: 'BT-44 buyer name', printed: customer.name, stated: invoice.buyer.name },
    ...within('BT-31 seller VAT identifier', seller.identifiers, invoice.seller.vatId),
    ...within('BT-48 buyer VAT identifier', customer.identifiers, invoice.buyer.vatId),
    ...(accounts.length === 0 ? [] : within('BT-84 account', accounts, account?.value ?? null)),
  ];
}

function amountOf({ amounts }: RowView): string {
  return amounts[0]?.value ?? '';
}

function negative(amount: WrittenDecimal): WrittenDecimal {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
