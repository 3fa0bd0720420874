import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createComposer } from '../../src/mail/compose-delivery.ts';
import type { Bounce } from '../../src/mail/bounce.ts';
import type { Delivery, MailTransport } from '../../src/mail/mail.ts';
import { readBounces } from '../../src/mail/read-bounces.ts';
import { openSmtp } from '../../src/mail/smtp-transport.ts';
import { makeLetter } from './make-letter.ts';
import { noPostfix, startPostfix, type Postfix } from './postfix.ts';

const compose = createComposer(
  {
    domain: undefined,
    bounceAddress: 'bounces@ampere.example',
    idempotencyHeader: undefined,
    headers: {},
  },
  null,
);

async function delivery(invoiceUri: string, recipient = 'ap@acme.example'): Promise<Delivery> {
  const letter = makeLetter();
  const identity = { ...letter.identity, invoiceUri, recipient };
  const pdf = {
    name: 'INV.pdf',
    contentType: 'application/pdf',
    bytes: Buffer.alloc(60_000, invoiceUri),
  };
  const made = await compose({ ...letter, identity, attachments: [pdf] });
  if (!made.ok) throw new Error('not composed');
  return made.value;
}

/** Wait until postfix has delivered what it took. */
async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !done(); tries += 1) await sleep(50);
}

describe.skipIf(noPostfix !== null)(`postfix (${noPostfix ?? 'Debian'})`, () => {
  let postfix: Postfix;
  let transport: MailTransport;

  beforeAll(async () => {
    postfix = await startPostfix();
    transport = openSmtp(
      {
        host: '127.0.0.1',
        port: postfix.port,
        security: 'none',
        connections: 5,
        timeoutSeconds: 20,
      },
      { user: null, password: null, authority: null },
    );
  });
  afterAll(async () => {
    await transport.close();
    await postfix.stop();
  });

  test('every message arrives once, under its own Message-ID', async () => {
    const deliveries = await Promise.all(
      Array.from({ length: 100 }, (_, n) => delivery(`invoice:${n}`)),
    );
    const results = await Promise.all(deliveries.map((one) => transport.send(one)));
    expect(results.map(({ kind }) => kind)).toEqual(deliveries.map(() => 'sent'));
    await until(() => postfix.messages('acme').length >= 100);
    const ids = postfix.messages('acme').map((text) => /^Message-ID: (\S+)/m.exec(text)?.[1]);
    expect(ids.sort()).toEqual(deliveries.map(({ messageId }) => messageId).sort());
  });

  test('a bounce comes back to the address of its delivery and is read', async () => {
    const gone = await delivery('invoice:gone', 'gone@acme.example');
    expect(await transport.send(gone)).toMatchObject({ kind: 'sent' });
    await until(() => postfix.messages('bounces').length > 0);
    const [text = ''] = postfix.messages('bounces');
    expect(text).toContain(`Delivered-To: bounces+${gone.key}@ampere.example`);
    expect(text).toContain(`Original-Envelope-Id: ${gone.key}`);
    const found: Bounce[] = [];
    for await (const file of readBounces(postfix.folder('bounces')))
      if (file.kind === 'read') found.push(...file.bounces);
    expect(found).toMatchObject([
      {
        key: gone.key,
        recipient: 'gone@acme.example',
        kind: 'failed',
        suppress: true,
        status: '5.1.1',
      },
    ]);
  });
});
