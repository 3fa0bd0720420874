import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Big } from 'big.js';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import { renderWhole } from './render-whole.ts';
import { createPress, examplesFolder } from '../src/press.ts';
import { layOutView } from './lay-out-view.ts';
import { readPdf, squeeze } from './read-pdf.ts';

interface Bill {
  readonly meterUnits: number;
  readonly price: number;
  readonly priceInBaseCurrency: number;
  readonly priceInCredits: number;
}

interface Sample {
  readonly planName: string;
  readonly productItemInvoices: readonly {
    readonly productItemName: string;
    readonly totalBill: Bill;
    readonly productItemVariants: readonly { readonly totalBill: Bill }[];
  }[];
  readonly productPlanFees: readonly {
    readonly name: string;
    readonly cost: number;
    readonly costInBaseCurrency: number;
  }[];
  readonly appliedPromotions: readonly {
    readonly promotionName: string;
    readonly discountInCredits: number;
  }[];
  readonly appliedInvoiceBasedFees: readonly {
    readonly feeName: string;
    readonly feeInBaseCurrency: number;
  }[];
  readonly appliedCommitments: readonly {
    readonly obligationName: string;
    readonly feeAmount: number;
  }[];
}

const samples = JSON.parse(
  readFileSync(join(examplesFolder, 'amberflo-invoices.json'), 'utf8'),
) as [Sample, Sample];
const config = readConfig(
  readFileSync(join(examplesFolder, 'platen.config.json'), 'utf8'),
  'sample',
);
const press = createPress({
  brandFolder: examplesFolder,
  ...(config.ok ? { config: config.value } : {}),
});

function render(body: unknown) {
  const rendered = renderWhole({ body, origin: 'sample', path: '$' }, press);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failures));
  return rendered.value;
}

/** An amount as the en-GB sheet prints it, by another way than the code's: half-up to cents, commas by pattern. */
function printed(amount: number, digits = 2): string {
  return grouped(new Big(String(amount)).round(digits, 1).toFixed(digits));
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

let text = '';
beforeAll(async () => {
  text = squeeze((await readPdf(render(samples[1]).pdf.bytes)).pages.join(''));
});

test('the September sheet carries every name, quantity and amount of the sample, in every column', () => {
  const [, sample] = samples;
  const bills = sample.productItemInvoices.flatMap((item) => [
    item.totalBill,
    ...item.productItemVariants.map((v) => v.totalBill),
  ]);
  const names = [
    sample.planName,
    ...sample.productItemInvoices.map((item) => item.productItemName),
    ...sample.productPlanFees.map((fee) => fee.name),
    ...sample.appliedPromotions.map((promotion) => promotion.promotionName),
    ...sample.appliedInvoiceBasedFees.map((fee) => fee.feeName),
    ...sample.appliedCommitments.map((commitment) => commitment.obligationName),
  ];
  const amounts = [
    ...bills.flatMap((bill) =>
      [bill.price, bill.priceInBaseCurrency, bill.priceInCredits].map((amount) => printed(amount)),
    ),
    ...bills.map((bill) => grouped(String(bill.meterUnits))),
    ...sample.productPlanFees.flatMap((fee) => [
      printed(fee.cost),
      printed(fee.costInBaseCurrency),
    ]),
    ...sample.appliedPromotions.map((promotion) => `−${printed(promotion.discountInCredits)}`),
    ...sample.appliedInvoiceBasedFees.map((fee) => printed(fee.feeInBaseCurrency)),
    ...sample.appliedCommitments.map((commitment) => printed(commitment.feeAmount)),
  ];
  expect([...names, ...amounts].filter((word) => !text.includes(squeeze(word)))).toEqual([]);
});

test('USD 900.00, EUR 828.00 and 3,600 credits stand in one row, the amount due', () => {
  expect(text).toContain(squeeze('Amount due 828.00 900.00 3,600.00'));
});

test('the EUR lines of September add up to the printed subtotal by a row of −0.01', () => {
  expect(text).toContain(squeeze('Rounding −0.01 0.00 0.00'));
  const lines = ['425.50', '176.64', '82.14', '22.08', '70.04', '-0.01'];
  expect(lines.reduce((sum, line) => sum.plus(line), new Big(0)).toFixed(2)).toBe('776.39');
});

test('the open October invoice is marked DRAFT on every page, the locked one nowhere', () => {
  const marks = (body: unknown) =>
    layOutView(render(body), press).pages.map(({ items }) =>
      items.some(({ mark }) => mark.kind === 'text' && mark.text.trim() === 'DRAFT'),
    );
  expect(marks(samples[0])).toEqual([true, true]);
  expect(marks(samples[1])).toEqual([false, false]);
});
