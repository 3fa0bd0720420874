import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyWithin } from '../../src/mail/delivery-key.ts';
import { parseBounce } from '../../src/mail/parse-bounce.ts';

const KEY = '0123456789abcdef0123456789abcdef';

interface Report {
  readonly to?: string;
  readonly type?: string;
  readonly status: string;
  readonly quoted?: string;
}

function message({
  to = 'bounces@ampere.example',
  type = 'delivery-status',
  status,
  quoted = '',
}: Report): Uint8Array {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      `To: ${to}`,
      'Date: Mon, 02 Nov 2026 08:05:00 +0000',
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It did not arrive.',
      '--b',
      `Content-Type: message/${type}`,
      '',
      status,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      quoted,
      '--b--',
      '',
    ].join('\r\n'),
  );
}

const gone =
  'Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; AP@acme.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no\r\n  such user';

test('a failed delivery says who, why, and that the address is no good', async () => {
  const status = gone.replace('mx.example\r\n', `mx.example\r\nOriginal-Envelope-Id: ${KEY}\r\n`);
  expect(await parseBounce(message({ status }))).toEqual([
    {
      key: KEY,
      recipient: 'ap@acme.example',
      kind: 'failed',
      suppress: true,
      status: '5.1.1',
      diagnostic: '550 5.1.1 no such user',
      at: '2026-11-02T08:05:00.000Z',
    },
  ]);
});

test('without an envelope id the key comes from the bounce address, or from the quoted message', async () => {
  const [verp] = await parseBounce(
    message({ status: gone, to: `<bounces+${KEY}@ampere.example>` }),
  );
  expect(verp?.key).toBe(KEY);
  const [quoted] = await parseBounce(
    message({ status: gone, quoted: `Subject: x\r\nMessage-ID:\r\n <${KEY}@ampere.example>` }),
  );
  expect(quoted?.key).toBe(KEY);
  const [unknown] = await parseBounce(message({ status: gone }));
  expect(unknown?.key).toBeNull();
});

test('delay, refusal by policy and a full mailbox are no fault of the address', async () => {
  const one = async (action: string, status: string) =>
    (
      await parseBounce(
        message({ status: gone.replace('failed', action).replace('5.1.1', status) }),
      )
    )[0];
  expect(await one('delayed', '4.4.1')).toMatchObject({ kind: 'delayed', suppress: false });
  expect(await one('failed', '5.7.1')).toMatchObject({ kind: 'failed', suppress: false });
  expect(await one('failed', '5.2.2')).toMatchObject({ kind: 'failed', suppress: false });
  expect(await one('delivered', '2.0.0')).toBeUndefined();
});

test('each recipient of a report is an entry', async () => {
  const status = `${gone}\r\n\r\nFinal-Recipient: rfc822; cfo@acme.example\r\nAction: failed\r\nStatus: 5.2.2`;
  const found = await parseBounce(message({ status }));
  expect(found.map(({ recipient }) => recipient)).toEqual(['ap@acme.example', 'cfo@acme.example']);
});

test('a complaint suppresses its address', async () => {
  const status = 'Feedback-Type: abuse\r\nOriginal-Rcpt-To: <ap@acme.example>\r\nVersion: 1';
  const found = await parseBounce(
    message({ type: 'feedback-report', status, quoted: `Message-ID: <${KEY}@a.example>` }),
  );
  expect(found).toMatchObject([
    { kind: 'complaint', recipient: 'ap@acme.example', key: KEY, suppress: true },
  ]);
});

test('an out-of-office reply and any other bytes report nothing and break nothing', async () => {
  expect(await parseBounce(Buffer.from('Subject: away\r\n\r\nBack on Monday.'))).toEqual([]);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await parseBounce(bytes)).toEqual([]);
    }),
    { numRuns: 50 },
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (status) => {
      for (const { kind, diagnostic } of await parseBounce(message({ status }))) {
        expect(['failed', 'delayed']).toContain(kind);
        expect(diagnostic).not.toMatch(/\p{Cc}/u);
      }
    }),
    { numRuns: 50 },
  );
});

test('a key is found only as a whole word of 32 hex digits', () => {
  expect(keyWithin(`<${KEY}@a.example>`)).toBe(KEY);
  expect(keyWithin(`bounces+${KEY.toUpperCase()}@a.example`)).toBe(KEY);
  for (const other of ['', 'x', `<x${KEY}@a>`, `${KEY}0`, KEY.slice(1)])
    expect(keyWithin(other)).toBeNull();
});
