import type { Letter } from '../../src/mail/letter.ts';

/** A letter that only says what a test is about. */
export function makeLetter(given: Partial<Letter> = {}): Letter {
  return {
    identity: {
      run: '2026-10',
      invoiceUri: 'invoice:acme:1',
      revision: 1,
      recipient: 'ap@acme.example',
    },
    body: { subject: 'Invoice INV-1', html: '<p>Hello</p>', text: 'Hello' },
    to: [{ name: 'Acme', address: 'ap@acme.example' }],
    settings: {
      send: true,
      from: 'billing@ampere.example',
      fromName: 'Ampère Cloud',
      replyTo: '',
      cc: [],
      bcc: [],
      attach: ['pdf'],
    },
    locale: 'en-US',
    date: new Date('2026-11-02T08:00:00Z'),
    attachments: [
      { name: 'INV-1.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 test') },
    ],
    ...given,
  };
}
