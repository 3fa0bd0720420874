import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/config/settings-document.ts';
import type { Settings } from '../../src/config/settings.ts';
import { identifyDocument } from '../../src/document/identify-document.ts';
import type { IdentifiedInvoice } from '../../src/document/document.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import { nameMoney } from '../../src/money/format-money.ts';
import { amounts, invoice, item, settings, totals, usage, variant } from '../view/build-invoice.ts';

const ORIGINAL = { number: 'INV-1', date: '2025-09-01' };

/** Settings that say this of every invoice, as the command line does. */
const said = (documentRecord: Partial<DocumentRecord>): Settings => settings({ documentRecord });

function identified(given: Invoice, by: Settings): IdentifiedInvoice {
  const outcome = identifyDocument(given, by);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

const failed = (given: Invoice, by: Settings) => {
  const outcome = identifyDocument(given, by);
  return outcome.ok ? [] : outcome.failures.map(({ message }) => message);
};

const negative = (): Invoice => {
  const use = usage('-5', amounts('-10'), [['0', '-5']]);
  return invoice({
    items: [item('API', use, [variant(use)])],
    totals: totals({ items: amounts('-10'), due: amounts('-8'), prepaid: amounts('-2') }),
  });
};

describe('invoices', () => {
  test('are what nothing else is said of, negative ones too', () => {
    const given = negative();
    const { document, invoice: same } = identified(given, settings());
    expect(document).toEqual({ kind: 'invoice', final: true, original: null, paid: null });
    expect(same).toBe(given);
  });
  test.each(['open', 'grace_period', 'pre_commitment_price_locked'])(
    'that are %s are not final',
    (priceStatus) => {
      expect(identified(invoice({ priceStatus }), settings()).document.final).toBe(false);
    },
  );
});

describe('credit notes', () => {
  const by = said({ kind: 'credit-note', original: ORIGINAL });

  test('state negative amounts and units as positive ones, everywhere', () => {
    const { invoice: shown, document } = identified(negative(), by);
    expect(document.original).toEqual(ORIGINAL);
    const [api] = shown.items;
    const prices = [api?.total.price, api?.variants[0]?.total.price];
    expect(prices.map((price) => price && nameMoney(price.payment))).toEqual(['10 EUR', '10 EUR']);
    expect(api?.total.units.toString()).toBe('5');
    expect(api?.total.tiers[0]?.units.toString()).toBe('5');
    const { due, prepaid, items, discount } = shown.totals;
    expect([due, prepaid, items, discount].map(({ payment }) => nameMoney(payment))).toEqual([
      '8 EUR',
      '2 EUR',
      '10 EUR',
      '0 EUR',
    ]);
  });

  test('over positive amounts leave them as they are: a whole invoice is credited', () => {
    const given = invoice({ totals: totals({ due: amounts('8') }) });
    expect(identified(given, by).invoice).toBe(given);
  });

  test('need the invoice that they correct', () => {
    expect(failed(invoice(), said({ kind: 'credit-note' }))).toEqual([
      'A credit note names the invoice that it corrects',
    ]);
  });
});

describe('receipts', () => {
  const paid = { date: '2025-10-09', method: 'Card', reference: '' };

  test('are for settled invoices, or for those whose day of payment is known', () => {
    const settled = invoice({ paymentStatus: 'settled' });
    expect(identified(settled, said({ kind: 'receipt' })).document.kind).toBe('receipt');
    expect(identified(invoice(), said({ kind: 'receipt', paid })).document.paid).toEqual(paid);
  });

  test.each([
    ['an unpaid invoice', invoice(), null],
    ['a means of payment alone', invoice(), { ...paid, date: '' }],
    ['a draft', invoice({ priceStatus: 'open', paymentStatus: 'settled' }), paid],
  ])('are not for %s', (_, given, facts) => {
    expect(failed(given, said({ kind: 'receipt', paid: facts }))).toEqual([
      'There is no receipt for an invoice that is not paid',
    ]);
  });
});

test('the configuration speaks of single documents, and the command line wins over it', () => {
  const given = invoice({ paymentStatus: 'settled' });
  const documents = {
    [given.uri]: { kind: 'credit-note', original: ORIGINAL, paid: null } as const,
    other: { kind: 'receipt', original: null, paid: null } as const,
  };
  expect(identified(given, settings({ documents })).document.kind).toBe('credit-note');
  const over = settings({ documents, documentRecord: { kind: 'receipt' } });
  expect(identified(given, over).document.kind).toBe('receipt');
});
