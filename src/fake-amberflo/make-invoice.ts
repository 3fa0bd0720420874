import { monthBefore, type Account, type Month } from './account.ts';
import { chanceOf, uuidOf, type Chance } from './chance.ts';
import { columnsOf, type Columns } from './columns.ts';
import { makeCharges, type MadeCharges } from './make-charges.ts';
import type { FakeCustomer } from './make-customer.ts';
import { dueOf, makeTotals } from './make-totals.ts';
import { makeItem, type Setting } from './make-usage.ts';
import { FORMER_PLAN, PLANS, SCALE_MONTHLY, type Plan } from './plans.ts';

const ACCOUNT_ID = '4182';
const PRODUCT_ID = '1';
const DAY = 86_400;

/** Index of the customer with projects. */
const LARGEST = 1;

/** An invoice that a customer has: which plan, and which days. */
export interface Bill {
  readonly plan: Plan;
  readonly month: Month;
  readonly span: Pick<Month, 'start' | 'end'>;
  /** Months before the open one. */
  readonly back: number;
}

/** The bills of a customer, the newest first. A change of plan in the middle of a month makes two. */
export function billsOf(account: Account, customer: FakeCustomer): readonly Bill[] {
  if (customer.oddity === 'no-invoices') return [];
  const plan = planOf(customer);
  return Array.from({ length: account.history + 1 }, (_, back) => back).flatMap((back) => {
    const month = monthBefore(account.openMonth, back);
    const whole = { plan, month, span: month, back };
    if (customer.index % 23 !== 15 || back !== 1) return [whole];
    const middle = month.start + 14 * DAY;
    return [
      { ...whole, span: { start: middle, end: month.end } },
      { ...whole, plan: FORMER_PLAN, span: { start: month.start, end: middle } },
    ];
  });
}

/** Plans in euros are for those who pay in euros. */
function planOf({ index, country }: FakeCustomer): Plan {
  const plan = PLANS[index % PLANS.length] ?? PLANS[0];
  return plan.base === 'EUR' && country.currency !== 'EUR' ? SCALE_MONTHLY : plan;
}

/** The invoice for a bill, as the API gives it; every total is exactly the sum of its parts. */
export function makeInvoice(account: Account, customer: FakeCustomer, bill: Bill) {
  const { plan, span, month, back } = bill;
  const chance = chanceOf(account.seed, 'invoice', customer.index, span.start);
  const columns = columnsOf(plan, customer.country.currency);
  const key = keyOf(customer, bill);
  const setting = settingOf(account, customer, { bill, chance, columns, key });
  const unused = customer.oddity === 'nothing-used';
  const items = unused ? [] : plan.meters.map((meter) => makeItem(meter, setting));
  const used = items.reduce((sum, { price }) => sum + price, 0);
  const share = (span.end - span.start) / (month.end - month.start);
  const charged = {
    planId: key.productPlanId,
    columns,
    items: used,
    span,
    share,
    isFirst: back > 2,
  };
  const charges = makeCharges({ ...charged, plan: unused ? withoutCharges(plan) : plan });
  return {
    invoiceUri: uriOf(key),
    invoiceKey: key,
    planName: plan.name,
    planBillingPeriod: { interval: 'month', intervalsCount: 1 },
    invoiceStartTimeInSeconds: span.start,
    invoiceEndTimeInSeconds: span.end,
    gracePeriodInHours: 72,
    ...statusOf(customer, { bill, chance, due: dueOf(charges.sums) }),
    paymentCurrencyInfo: currencyOf(columns, customer.index),
    creditUnit: plan.credits ? CREDIT_UNIT : null,
    productItemInvoices: items.map(({ wire }) => wire),
    ...linesOf(charges),
    ...makeTotals(charges.sums, columns, span),
    ...walletOf(plan, columns, { prepaid: charges.sums.prepaid, isOpen: back === 0 }),
  };
}

const CREDIT_UNIT = {
  id: uuidOf('credit unit'),
  name: 'Halcyon Compute Units',
  shortName: 'HCU',
  description: 'Prepaid consumption credits',
  ratioToCurrency: 0.25,
  active: true,
  lastUpdateTimeInMillis: 1_735_689_600_000,
};

function keyOf({ id }: FakeCustomer, { plan, span }: Bill) {
  const start = new Date(span.start * 1000);
  return {
    accountId: ACCOUNT_ID,
    customerId: id,
    productId: PRODUCT_ID,
    productPlanId: uuidOf('plan', plan.name),
    year: start.getUTCFullYear(),
    month: start.getUTCMonth() + 1,
    day: start.getUTCDate(),
  };
}

function uriOf(key: ReturnType<typeof keyOf>): string {
  const two = (value: number) => `${value}`.padStart(2, '0');
  const parts = [
    `account_id=${key.accountId}`,
    `customer_id=${key.customerId}`,
    `product_id=${key.productId}`,
    `product_plan_id=${key.productPlanId}`,
    `year=${key.year}`,
    `month=${two(key.month)}`,
    `day=${two(key.day)}`,
  ];
  return `payments/invoices/${parts.join('/')}`;
}

interface Known {
  readonly bill: Bill;
  readonly chance: Chance;
  readonly columns: Columns;
  readonly key: ReturnType<typeof keyOf>;
}

function settingOf(account: Account, customer: FakeCustomer, known: Known): Setting {
  const { bill, chance, columns, key } = known;
  const isLargest = customer.index === LARGEST && account.projects > 0;
  const size = chanceOf(account.seed, 'size', customer.index);
  return {
    columns,
    chance,
    span: bill.span,
    size: isLargest ? 12 : 0.05 + size.next() ** 3 * 1.5,
    hours: customer.index % 3 === 0 || account.hours !== 'some' ? account.hours : 'none',
    projects: isLargest ? account.projects : 0,
    key,
    planName: bill.plan.name,
  };
}

function withoutCharges(plan: Plan): Plan {
  return { ...plan, fees: [], commitment: 0, wallet: 0 };
}

function linesOf({ fees, promotions, invoiceFees, commitments }: MadeCharges) {
  return {
    productPlanFees: fees,
    appliedPromotions: promotions,
    appliedInvoiceBasedFees: invoiceFees,
    appliedCommitments: commitments,
  };
}

/** Amberflo is known to send both forms. */
function currencyOf({ base, payment, rate }: Columns, index: number) {
  const form = (code: string) => (index % 4 === 3 ? { currencyCode: code } : code);
  return { basePlanCurrency: form(base), exchangeRate: rate, paymentCurrency: form(payment) };
}

/** What is left of the wallet: of the open invoice only. */
function walletOf(
  { wallet }: Plan,
  columns: Columns,
  { prepaid, isOpen }: { readonly prepaid: number; readonly isOpen: boolean },
) {
  const left = isOpen && wallet > 0 ? wallet - prepaid : null;
  const [payment, base, credits] =
    left === null
      ? [null, null, null]
      : [columns.inPayment(left), columns.inBase(left), columns.inCredits(left)];
  return {
    availablePrepaidLeft: payment,
    availablePrepaidLeftBaseCurrency: base,
    availablePrepaidLeftInCredits: credits,
    availablePayAsYouGoMoney: payment,
    availablePayAsYouGoMoneyInBaseCurrency: base,
    availablePayAsYouGoMoneyInCredits: credits,
  };
}

interface Circumstances {
  readonly bill: Bill;
  readonly chance: Chance;
  readonly due: number;
}

const UNPAID = [
  'pre_payment',
  'pending',
  'pending',
  'requires_action',
  'failed',
  'settled',
] as const;

function statusOf({ index }: FakeCustomer, { bill, chance, due }: Circumstances) {
  const { back, span } = bill;
  const last = chance.pick(UNPAID);
  const payment =
    due === 0 ? 'not_needed' : back === 0 ? 'pre_payment' : back === 1 ? last : 'settled';
  const inGrace = back === 1 && index % 25 === 9;
  const price = back === 0 ? 'open' : inGrace ? 'grace_period' : 'price_locked';
  const settled = payment === 'settled' && price === 'price_locked';
  return {
    invoicePriceStatus: price,
    paymentStatus: price === 'price_locked' ? payment : 'pre_payment',
    externalSystemStatus: settled ? 'paid' : null,
    paymentCreatedInSeconds: settled ? span.end + 4 * DAY : null,
  };
}
