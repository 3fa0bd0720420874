import { describe, expect, test } from 'vitest';
import type { EInvoiceSettings } from '../../src/config/settings-e-invoice.ts';
import type { TaxRule } from '../../src/config/settings-tax.ts';
import { buildEInvoice } from '../../src/e-invoice/build-e-invoice.ts';
import type { EInvoice } from '../../src/e-invoice/e-invoice.ts';
import { profileOf } from '../../src/e-invoice/profile.ts';
import type { EInvoiceSource, Profile } from '../../src/e-invoice/source.ts';
import { settings } from '../view/build-invoice.ts';
import { caseInvoice, fullSettings, sourceOf, taxRule } from './build.ts';

const invoice = caseInvoice('september');

function built(source: EInvoiceSource, profile: Profile = 'en16931'): EInvoice {
  const outcome = buildEInvoice(source, profile);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures, null, 1));
  return outcome.value;
}

function failuresOf(source: EInvoiceSource, profile: Profile = 'en16931'): readonly string[] {
  const outcome = buildEInvoice(source, profile);
  return outcome.ok ? [] : outcome.failures.map(({ message, place }) => `${message}: ${place}`);
}

const of = (rules: readonly TaxRule[], eInvoice: Partial<EInvoiceSettings> = {}) =>
  sourceOf(invoice, fullSettings(rules, eInvoice));

describe('what it states', () => {
  test('usage, fees and commitments are lines, promotions are allowances, prepaid is paid', () => {
    const { lines, adjustments, totals, taxes } = built(of([taxRule()]));
    expect(lines.map(({ name, net }) => `${name} ${net}`)).toEqual([
      'API requests 425.50',
      'API requests 176.64',
      'Object storage 82.14',
      'Object storage 22.08',
      'GPU hours 70.04',
      'Platform fee 183.08',
      'Onboarding 138.00',
      'Dedicated ingress IP 19.32',
      'Premium support (5%) 55.84',
      'Monthly minimum spend 124.01',
      'Rounding -0.01',
    ]);
    expect(adjustments.map(({ kind, reason, amount }) => `${kind} ${reason} ${amount}`)).toEqual([
      'allowance Launch partner 10% 77.64',
      'allowance Scale plan free tier 23.00',
    ]);
    // 1296.64 - 100.64 = 1196.00; 19 % are 227.24; 1423.24 less 368 prepaid.
    expect(totals).toEqual({
      lines: '1296.64',
      allowances: '100.64',
      charges: '0.00',
      net: '1196.00',
      tax: '227.24',
      gross: '1423.24',
      prepaid: '368.00',
      rounding: '0.00',
      due: '1055.24',
    });
    expect(taxes).toMatchObject([{ category: 'S', rate: '19', base: '1196.00', tax: '227.24' }]);
  });

  test('dates: of issue, due by the terms, and the last day of the period', () => {
    const { issued, due, period, delivered } = built(of([taxRule()]));
    expect({ issued, due, period, delivered }).toEqual({
      issued: '2025-10-01',
      due: '2025-10-15',
      period: { start: '2025-09-01', end: '2025-09-30' },
      delivered: '2025-09-30',
    });
  });

  test('an IBAN in euros is a SEPA transfer', () => {
    expect(built(of([taxRule()])).payment).toEqual({
      code: '58',
      reference: 'INV-1',
      account: { kind: 'iban', value: 'DE02120300000000202051' },
      holder: 'Halcyon Cloud GmbH',
      bic: 'BYLADEM1001',
    });
  });

  test.each([
    ['AE', 'VATEX-EU-AE'],
    ['K', 'VATEX-EU-IC'],
    ['G', 'VATEX-EU-G'],
    ['O', 'VATEX-EU-O'],
  ] as const)('category %s has no VAT, and says why by its code %s', (category, code) => {
    const { taxes, totals } = built(of([taxRule({ category, rate: '0' })]));
    expect(taxes).toMatchObject([{ category, tax: '0.00', base: '1196.00', reasonCode: code }]);
    expect(totals.due).toBe('828.00');
  });

  test('an exemption says why in the words of the page', () => {
    const { taxes } = built(of([taxRule({ category: 'E', rate: '0' })]));
    expect(taxes).toMatchObject([{ reason: 'Exempt by article 132', reasonCode: null }]);
  });

  test('outside the scope of VAT no VAT id is named, and no rate', () => {
    const { seller, buyer, lines } = built(of([taxRule({ category: 'O', rate: '0' })]));
    expect([seller.vatId, buyer.vatId, lines[0]?.tax.rate]).toEqual([null, null, null]);
    expect(seller.id?.value).toBe('27/123/45678');
  });

  test('a supply within the union says where it went', () => {
    expect(built(of([taxRule({ category: 'K', rate: '0' })])).deliveredTo?.country).toBe('DE');
    expect(built(of([taxRule()])).deliveredTo).toBeNull();
  });

  test('a promotion over two taxes is an allowance for each, and each tax adds up', () => {
    const rules = [taxRule({ category: 'Z', rate: '0', charges: ['planFee'] }), taxRule()];
    const { taxes, adjustments } = built(of(rules));
    expect(taxes.map(({ category }) => category)).toEqual(['S', 'Z']);
    expect(adjustments).toHaveLength(4);
  });

  test('a credit note names the invoice that it is for', () => {
    const original = { number: 'INV-0', date: '2025-09-01' };
    const source = sourceOf(invoice, fullSettings([taxRule()]), { kind: 'credit-note', original });
    expect(built(source)).toMatchObject({
      kind: '381',
      preceding: [{ number: 'INV-0', issued: '2025-09-01' }],
    });
  });

  test('VAT in the seller’s own currency stands beside it', () => {
    const plain = fullSettings([taxRule()]);
    const rate = { rate: '11.5', date: '2025-09-30', source: 'ECB' };
    const accounting = { currency: 'SEK', rates: { EUR: rate } };
    const source = sourceOf(invoice, { ...plain, tax: { ...plain.tax, accounting } });
    // 227.24 × 11.5 = 2613.26.
    expect(built(source).accounting).toEqual({ currency: 'SEK', tax: '2613.26' });
  });

  test('prices that hold the tax give lines without it', () => {
    const plain = fullSettings([taxRule()]);
    const source = sourceOf(invoice, { ...plain, tax: { ...plain.tax, prices: 'inclusive' } });
    const { totals } = built(source);
    expect([totals.gross, totals.net, totals.tax]).toEqual(['1196.00', '1005.04', '190.96']);
  });
});

describe('what is missing', () => {
  test('everything at once, each by its business term and the key that gives it', () => {
    const bare = settings({ seller: { ...settings().seller, name: '' } });
    const address = { ...bare.customer.address, country: '' };
    const poor = {
      ...bare,
      customer: { ...bare.customer, address },
      terms: { days: null, text: '' },
    };
    const rules = [taxRule({ category: 'K', rate: '0' })];
    const source = sourceOf(invoice, { ...poor, tax: { ...poor.tax, rules } });
    const silent = {
      ...source,
      view: { ...source.view, due: { ...source.view.due, sentence: '' } },
    };
    expect(failuresOf(silent)).toEqual([
      'The electronic invoice lacks BT-27 seller name: seller.name',
      'The electronic invoice lacks BT-55 buyer country: customers.NAME.address.country',
      'The electronic invoice lacks BT-31 seller VAT identifier: seller.vatId',
      'The electronic invoice lacks BT-30 seller legal registration identifier: eInvoice.sellerLegalId',
      'The electronic invoice lacks BT-48 buyer VAT identifier: customers.NAME.vatId',
      'The electronic invoice lacks BT-9 payment due date: terms.days',
    ]);
  });

  test('XRechnung wants more: whom to ask, where to pay, whom to send it to', () => {
    const source = sourceOf(invoice, settings({ tax: fullSettings([taxRule()]).tax }));
    const missing = failuresOf(source, 'xrechnung').join('\n');
    for (const term of ['BT-10', 'BT-34', 'BT-49', 'BG-16', 'BT-42', 'BT-43']) {
      expect(missing).toContain(term);
    }
  });

  test('O beside another category cannot be stated', () => {
    const rules = [taxRule({ category: 'O', rate: '0', charges: ['planFee'] }), taxRule()];
    expect(failuresOf(of(rules)).join()).toContain('O cannot stand beside another one: tax.rules');
  });

  test('a credit note without its invoice', () => {
    const source = sourceOf(invoice, fullSettings([taxRule()]), { kind: 'credit-note' });
    expect(failuresOf(source).join()).toContain('BT-25');
  });

  test('without rules nobody knows the tax', () => {
    expect(failuresOf(of([])).join()).toContain('BT-118');
  });

  test('totals that do not hold are never written', () => {
    const source = of([taxRule()]);
    const { due } = source.tax;
    const wrong = { ...due, payment: { ...due.payment, amount: due.payment.amount.plus('0.01') } };
    const outcome = buildEInvoice({ ...source, tax: { ...source.tax, due: wrong } }, 'en16931');
    expect(outcome.ok ? [] : outcome.failures).toMatchObject([
      { place: 'BT-115 amount due', expected: '1055.24', found: '1055.25' },
    ]);
  });
});

test('the profile: asked for, or EN 16931 where tax rules and a VAT id are configured', () => {
  const full = fullSettings([taxRule()], { profile: 'auto' });
  expect(profileOf(full)).toBe('en16931');
  expect(profileOf({ ...full, seller: { ...full.seller, vatId: '' } })).toBeNull();
  expect(profileOf({ ...full, tax: { ...full.tax, rules: [] } })).toBeNull();
  expect(profileOf(fullSettings([], { profile: 'xrechnung' }))).toBe('xrechnung');
  expect(profileOf(fullSettings([taxRule()], { profile: 'none' }))).toBeNull();
});
