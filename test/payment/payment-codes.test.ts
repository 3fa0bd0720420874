import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import type { BankAccount, Customer, Seller } from '../../src/config/settings.ts';
import { isoCurrency } from '../../src/money/currency.ts';
import { money } from '../../src/money/money.ts';
import { epcCode } from '../../src/payment/epc-code.ts';
import { isQrIban, plainIban } from '../../src/payment/iban.ts';
import type { PaymentCode } from '../../src/payment/payment-code.ts';
import type { PaymentRequest } from '../../src/payment/request.ts';
import { swissBill } from '../../src/payment/swiss-bill.ts';
import { creditorReference, qrReference } from '../../src/payment/swiss-reference.ts';
import { settings } from '../view/build-invoice.ts';

const { seller: SELLER, customer: CUSTOMER } = settings();

const ACCOUNT: BankAccount = {
  currency: null,
  holder: '',
  bank: '',
  iban: 'DE02 1203 0000 0000 2020 51',
  bic: 'BYLADEM1001',
  details: [],
};

const SWISS = {
  ...SELLER,
  name: 'Robert Schneider AG',
  address: {
    lines: ['Rue du Lac 1268'],
    postalCode: '2501',
    city: 'Biel',
    state: '',
    country: 'CH',
  },
} satisfies Seller;

const PAYER = {
  ...CUSTOMER,
  name: 'Pia-Maria Rutschmann-Schnyder',
  address: {
    lines: ['Grosse Marktgasse 28'],
    postalCode: '9400',
    city: 'Rorschach',
    state: '',
    country: 'CH',
  },
} satisfies Customer;

function request(amount: string, currency: string, given: Partial<PaymentRequest> = {}) {
  const kind = isoCurrency(currency);
  if (kind === null) throw new Error(currency);
  const base = { account: ACCOUNT, seller: SELLER, number: 'INV-20250930-1a2b3c4d' };
  return { amount: money(amount, kind), ...base, ...given };
}

/** The squares that a path of rectangles fills, drawn back into rows. */
function squares({ path, size }: PaymentCode): readonly string[] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at++) {
      const row = rows[Number(y)];
      if (row !== undefined) row[Number(x) + at] = true;
    }
  }
  return rows.map((row) => row.map((dark) => (dark ? '#' : ' ')).join(''));
}

function expected(text: string): readonly string[] {
  const { data } = encode([...new TextEncoder().encode(text)], {
    ecc: 'M',
    boostEcc: false,
    border: 0,
  });
  return data.map((row) => row.map((dark) => (dark ? '#' : ' ')).join(''));
}

describe('EPC code', () => {
  test('holds the eleven lines of the guideline', () => {
    expect(epcCode(request('828', 'EUR'))?.text.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'BYLADEM1001',
      'Halcyon Cloud GmbH',
      'DE02120300000000202051',
      'EUR828.00',
      '',
      '',
      'INV-20250930-1a2b3c4d',
    ]);
  });

  test('is drawn as the encoder has it', () => {
    const code = epcCode(request('0.01', 'EUR'));
    expect(code && squares(code)).toEqual(expected(code?.text ?? ''));
  });

  test.each([
    ['another currency', request('5', 'USD')],
    ['nothing', request('0', 'EUR')],
    ['a negative amount', request('-5', 'EUR')],
    ['a billion', request('1000000000', 'EUR')],
    [
      'wrong check digits',
      request('5', 'EUR', { account: { ...ACCOUNT, iban: 'DE03 1203 0000 0000 2020 51' } }),
    ],
    ['no IBAN', request('5', 'EUR', { account: { ...ACCOUNT, iban: '' } })],
    ['no name', request('5', 'EUR', { seller: { ...SELLER, name: ' \n' } })],
  ])('is not there for %s', (_, wrong) => {
    expect(epcCode(wrong)).toBeNull();
  });

  test('allows the largest amount, leaves out a BIC that is none, and keeps lines apart', () => {
    const account = { ...ACCOUNT, bic: 'no', holder: `Two\nlines ${'x'.repeat(99)}` };
    const lines = epcCode(request('999999999.99', 'EUR', { account }))?.text.split('\n') ?? [];
    expect(lines).toHaveLength(11);
    expect(lines[4]).toBe('');
    expect(lines[5]).toBe(`Two lines ${'x'.repeat(60)}`);
    expect(lines[7]).toBe('EUR999999999.99');
  });
});

describe('Swiss QR-bill', () => {
  const qr = { ...ACCOUNT, iban: 'CH44 3199 9123 0008 8901 2' };
  const details = { customer: PAYER, referencePrefix: '' };

  test('holds the lines of the standard, with a QR reference for a QR-IBAN', () => {
    const given = request('1949.75', 'CHF', { account: qr, seller: SWISS, number: '2025-0042' });
    const bill = swissBill(given, details);
    expect(bill?.code.text.split('\n')).toEqual([
      ...['SPC', '0200', '1', 'CH4431999123000889012'],
      ...['S', 'Robert Schneider AG', 'Rue du Lac 1268', '', '2501', 'Biel', 'CH'],
      ...['', '', '', '', '', '', ''],
      ...['1949.75', 'CHF'],
      ...['S', 'Pia-Maria Rutschmann-Schnyder', 'Grosse Marktgasse 28', '', '9400', 'Rorschach'],
      ...['CH', 'QRR', '000000000000000000202500423', '2025-0042', 'EPD'],
    ]);
    // Modulo 10, recursive, over 20250042: carries 4 8 0 2 4 8 4 7, so the check digit is 10 − 7 = 3.
    expect(bill && squares(bill.code)).toEqual(expected(bill?.code.text ?? ''));
    expect(bill?.reference).toBe('00 00000 00000 00000 02025 00423');
    expect(bill?.amount).toBe('1 949.75');
  });

  test('has a creditor reference for a plain IBAN, and none for a number that is too long', () => {
    const account = { ...ACCOUNT, iban: 'CH58 0079 1123 0008 8901 2' };
    const with_ = swissBill(request('5', 'EUR', { account, seller: SWISS }), details);
    expect(with_?.reference).toMatch(/^RF\d\d INV2 0250 9301 A2B3 C4D$/);
    const long = 'A-NUMBER-WITH-MORE-THAN-TWENTY-ONE';
    const without = swissBill(
      request('5', 'EUR', { account, seller: SWISS, number: long }),
      details,
    );
    expect(without?.code.text).toContain(`\nNON\n\n${long}\nEPD`);
  });

  test('leaves room for a debtor whose address is not known', () => {
    const unknown = { ...PAYER, address: { ...PAYER.address, city: '' } };
    const given = request('5', 'CHF', { account: qr, seller: SWISS });
    const bill = swissBill(given, { ...details, customer: unknown });
    expect(bill?.debtor).toEqual([]);
    expect(bill?.code.text).toContain(`CHF${'\n'.repeat(8)}QRR`);
  });

  test.each([
    ['another currency', request('5', 'USD', { account: qr, seller: SWISS })],
    ['an IBAN of another country', request('5', 'EUR', { seller: SWISS })],
    [
      'a creditor without an address',
      request('5', 'CHF', {
        account: qr,
        seller: { ...SWISS, address: { ...SWISS.address, postalCode: '' } },
      }),
    ],
    ['nothing to pay', request('0', 'CHF', { account: qr, seller: SWISS })],
  ])('is not there for %s', (_, wrong) => {
    expect(swissBill(wrong, details)).toBeNull();
  });

  test('writes names in the characters that it may hold', () => {
    const customer = { ...PAYER, name: 'Nguyễn 東京 Müller' };
    const bill = swissBill(request('5', 'CHF', { account: qr, seller: SWISS }), {
      ...details,
      customer,
    });
    expect(bill?.debtor[0]).toBe('Nguyen .. Müller');
  });
});

describe('references', () => {
  test('QR: the check digit of the standard’s own sample', () => {
    // 21 00000 00003 13947 14300 0901 7 (Swiss Implementation Guidelines QR-bill, example).
    expect(qrReference('0000000003139471430009', '2100').slice(0, 4)).toBe('2100');
    expect(qrReference('21000000000313947143000901', '')).toBe('210000000003139471430009017');
  });
  test('QR: a number with letters gives digits of its hash behind the prefix, always the same', () => {
    const one = qrReference('INV-20250930-1a2b3c4d', '123456');
    expect(one).toMatch(/^123456\d{21}$/);
    expect(qrReference('INV-20250930-1a2b3c4d', '123456')).toBe(one);
    expect(qrReference('INV-20250930-1a2b3c4e', '123456')).not.toBe(one);
  });
  test('creditor: RF18 5390 0754 7034, the sample of ISO 11649', () => {
    expect(creditorReference('539007547034')).toBe('RF18539007547034');
    expect(creditorReference('---')).toBeNull();
  });
});

describe('IBAN', () => {
  test.each([
    ['GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['GB82 WEST 1234 5698 7654 33', null],
    ['DE', null],
    ['', null],
    ['ÄÖ82 WEST 1234', null],
  ])('%s', (text, plain) => {
    expect(plainIban(text)).toBe(plain);
  });
  test('a QR-IBAN has an institution number from 30000', () => {
    expect(isQrIban('CH4431999123000889012')).toBe(true);
    expect(isQrIban('CH5800791123000889012')).toBe(false);
  });
});
