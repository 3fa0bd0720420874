import { RATES } from './places.ts';
import type { Plan } from './plans.ts';

/** Parts that an amount in the plan’s currency is counted in. */
const PARTS = 10_000;

/** Credits for one unit of the plan’s currency. */
const CREDITS = 4;

/** Turns whole ten thousandths into the decimals of each money column, exactly. */
export interface Columns {
  readonly base: string;
  readonly payment: string;
  readonly rate: number;
  readonly hasCredits: boolean;
  inPayment(amount: number): number;
  inBase(amount: number): number;
  inCredits(amount: number): number | null;
}

/** The money columns of a plan for a customer who pays in this currency. */
export function columnsOf(plan: Plan, currency: string): Columns {
  const payment = plan.base === 'EUR' ? 'EUR' : currency;
  const rate = plan.base === 'EUR' ? PARTS : (RATES[payment] ?? PARTS);
  return {
    base: plan.base,
    payment,
    rate: rate / PARTS,
    hasCredits: plan.credits,
    inPayment: (amount) => (amount * rate) / (PARTS * PARTS),
    inBase: (amount) => amount / PARTS,
    inCredits: (amount) => (plan.credits ? (amount * CREDITS) / PARTS : null),
  };
}

/** A line’s price in every column, under the names that lines have. */
export function pricesOf(columns: Columns, amount: number) {
  return {
    price: columns.inPayment(amount),
    priceInBaseCurrency: columns.inBase(amount),
    priceInCredits: columns.inCredits(amount),
  };
}
