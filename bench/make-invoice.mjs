/**
 * The bill that every renderer of the benchmark sets: an Amberflo invoice with a given number of usage rows, in three
 * money columns. The seed changes every name, number and amount, so that documents share words and nothing else.
 */
import { readFileSync } from 'node:fs';
import { chanceOf } from './chance.mjs';

const samples = JSON.parse(
  readFileSync(new URL('../examples/amberflo-invoices.json', import.meta.url), 'utf8'),
);
const september = samples[1];

const PRODUCTS = [
  'Compute hours',
  'API requests',
  'Object storage',
  'Data egress',
  'Message queue operations',
  'Log ingestion',
  'Trace spans',
  'Vector search queries',
  'Build minutes',
  'SMS segments',
  'E-mail deliveries',
  'Voice minutes',
  'Database operations',
  'Snapshot storage',
  'Edge bandwidth',
  'Key operations',
];
const CLASSES = ['Standard', 'm5.2xlarge', 'c6.large', 'Reserved', 'On-demand', 'Premium', 'Batch'];
const REGIONS = [
  'eu-central-1',
  'us-east-1',
  'Zürich',
  'São Paulo',
  'Île-de-France (Paris)',
  'ap-southeast-2 Sydney',
];

/** So many rows are one page, where nothing else is billed. */
const ROWS_OF_A_PAGE = 12;

/** Rows of one meter in a long bill; a short one has a meter for each row. */
const ROWS_OF_A_METER = 25;

/** Amounts are counted in hundredths of a cent of the base currency, so that sums are exact. */
const UNIT = 10_000;

/** What is whole cents in all three columns, so that a short bill needs no rounding row. */
const QUARTER = UNIT / 4;

const PLAIN = { planName: '', paymentStatus: 'pending', paymentCreatedInSeconds: null };

/**
 * @param {number} rows usage rows, each with its quantity, price and three amounts
 * @param {{ seed?: number, hostile?: boolean }} [options] hostile: no word of a name comes twice
 */
export function makeInvoice(rows, { seed = 1, hostile = false } = {}) {
  const chance = chanceOf(seed * 7919 + rows);
  const words = hostile ? newWords(chance) : knownWords(chance);
  const step = rows > ROWS_OF_A_PAGE ? 1 : QUARTER;
  const meters = metersOf(rows, { chance, words, step });
  const used = sumOf(meters.map(({ amount }) => amount));
  const { fees, promotions } =
    rows > ROWS_OF_A_PAGE ? extrasOf(used) : { fees: [], promotions: [] };
  return {
    ...september,
    ...identityOf(seed),
    ...PLAIN,
    productItemInvoices: meters.map(itemOf),
    productPlanFees: fees.map(feeOf),
    appliedInvoiceBasedFees: [],
    appliedCommitments: [],
    appliedPromotions: promotions.map(promotionOf),
    ...totalsOf({ used, fee: sumOf(fees), discount: sumOf(promotions) }),
  };
}

/** What a bill of more than one page has besides its usage. */
function extrasOf(used) {
  return { fees: [199 * UNIT], promotions: [Math.round(used / 10)] };
}

/** The same account and customer; the product makes it another document, with a number of its own. */
function identityOf(seed) {
  const productId = String(seed);
  const invoiceUri = september.invoiceUri.replace('product_id=1/', `product_id=${productId}/`);
  return { invoiceUri, invoiceKey: { ...september.invoiceKey, productId } };
}

function sumOf(amounts) {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Meters with their rows; each row has a quantity and an amount. */
function metersOf(rows, made) {
  const size = rows <= ROWS_OF_A_METER ? 1 : ROWS_OF_A_METER;
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => {
    const count = Math.min(size, rows - index * size);
    const variants = Array.from({ length: count }, () => variantOf(made));
    const sum = (key) => variants.reduce((total, variant) => total + variant[key], 0);
    const name = made.words.product();
    return { index, name, variants, quantity: sum('quantity'), amount: sum('amount') };
  });
}

function variantOf({ chance, words, step }) {
  const quantity = Math.floor(10 ** (1 + chance() * 3.5));
  const price = Math.ceil(10 ** (chance() * 3.5));
  const amount = Math.ceil((quantity * price) / step) * step;
  return { quantity, amount, dimensions: words.dimensions() };
}

function itemOf({ index, name, variants, quantity, amount }) {
  const [item] = september.productItemInvoices;
  return {
    ...item,
    productItemId: `item-${index}`,
    productItemName: name,
    productPlanName: '',
    meterApiName: `meter_${index}`,
    key: { ...item.key, productItemKey: `item-${index}` },
    productItemVariants: variants.map((variant) => ({
      hourlyBillInfos: null,
      itemDimensions: variants.length === 1 ? {} : variant.dimensions,
      key: Object.values(variant.dimensions).join('|'),
      lateArrivalMeters: 0,
      totalBill: billOf(variant),
    })),
    totalBill: billOf({ quantity, amount }),
  };
}

function billOf({ quantity, amount }) {
  const { startTimeInSeconds, endTimeInSeconds } = september.totalBill;
  const bill = { startTimeInSeconds, endTimeInSeconds, meteredUnitsPerTier: null };
  return { ...bill, meterUnits: quantity, ...inColumns('price', amount) };
}

function feeOf(amount) {
  return { ...september.productPlanFees[0], ...inColumns('cost', amount) };
}

function promotionOf(amount) {
  const [promotion] = september.appliedPromotions;
  return { ...promotion, ...inColumns('discount', amount), maxDiscountPossible: null };
}

/** The same amount in euros, dollars and credits, under the names that the API gives the columns. */
function inColumns(name, amount) {
  const stem = name === 'cost' || name === 'price' || name === 'discount' ? name : 'fee';
  return {
    [name]: (amount * 92) / 100 / UNIT,
    [`${stem}InBaseCurrency`]: amount / UNIT,
    [`${stem}InCredits`]: (amount * 4) / UNIT,
  };
}

function totalsOf(sums) {
  const column = (bill, factor) => ({
    ...bill,
    ...totalOf(sums, (amount) => (amount * factor) / 100 / UNIT),
  });
  return {
    totalBill: column(september.totalBill, 92),
    invoiceBillInBaseCurrency: column(september.invoiceBillInBaseCurrency, 100),
    invoiceBillInCredits: column(september.invoiceBillInCredits, 400),
  };
}

function totalOf({ used, fee, discount }, amount) {
  const total = used + fee - discount;
  return {
    itemPrice: amount(used),
    fixPrice: amount(fee),
    totalDiscount: amount(discount),
    invoiceBasedFees: 0,
    commitmentsFees: 0,
    prepaid: 0,
    totalPriceBeforeDiscount: amount(used + fee),
    totalPriceBeforeCommitments: amount(total),
    totalPriceBeforePrepaid: amount(total),
    totalPrice: amount(total),
  };
}

function knownWords(chance) {
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const dimensions = () => ({ class: pick(CLASSES), region: pick(REGIONS) });
  return { product: () => pick(PRODUCTS), dimensions };
}

function newWords(chance) {
  const letter = () => String.fromCharCode(97 + Math.floor(chance() * 26));
  const word = () => Array.from({ length: 5 + Math.floor(chance() * 5) }, letter).join('');
  const dimensions = () => ({ class: word(), region: `${word()} ${word()}` });
  return { product: () => `${word()} ${word()}`, dimensions };
}
