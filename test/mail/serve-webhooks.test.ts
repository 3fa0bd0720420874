import { execFileSync, spawn } from 'node:child_process';
import { createHmac, createSign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Bounce } from '../../src/mail/bounce.ts';
import { openReaders } from '../../src/mail/webhook/open-readers.ts';
import { serveWebhooks, type WebhookServer } from '../../src/mail/webhook/serve-webhooks.ts';
import { testLedger } from '../run/room.ts';

const KEY = '0123456789abcdef0123456789abcdef';
const TOPIC = 'arn:aws:sns:eu-west-1:1:bounces';
const CERTIFICATE = 'https://sns.eu-west-1.amazonaws.com/a.pem';
const folder = mkdtempSync(join(tmpdir(), 'platen-webhooks-'));
const secretFile = join(folder, 'secret');
writeFileSync(secretFile, 'user:secret\n');
const key = join(folder, 'key.pem');
const req = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=sns.test'];
const made = [...req, '-keyout', key, '-out', join(folder, 'cert.pem')];
execFileSync('openssl', made, { stdio: 'ignore' });
const certificate = readFileSync(join(folder, 'cert.pem'), 'utf8');

const servers: WebhookServer[] = [];
afterAll(() => Promise.all(servers.map((one) => one.close())));

const hmac = (text: string) => createHmac('sha256', 'user:secret').update(text).digest('hex');
const seconds = () => Math.floor(Date.now() / 1000);
const about = { messageId: `<${KEY}@a.example>`, recipient: 'ap@acme.example' };
const report = JSON.stringify({ ...about, kind: 'failed', status: '5.1.1' });

function signed(body: string): Record<string, string> {
  const time = seconds();
  return { 'platen-signature': `t=${time},v1=${hmac(`${time}.${body}`)}` };
}

function fromMailgun(): string {
  const timestamp = `${seconds()}`;
  const signature = { timestamp, token: 't', signature: hmac(`${timestamp}t`) };
  const message = { headers: { 'message-id': about.messageId } };
  const event = { event: 'failed', severity: 'permanent', recipient: about.recipient, message };
  return JSON.stringify({ signature, 'event-data': event });
}

function fromSns(fields: Record<string, string>): string {
  const all: Record<string, string> = { ...fields, TopicArn: TOPIC };
  const text = Object.keys(all)
    .sort()
    .map((name) => `${name}\n${all[name]}\n`);
  const Signature = createSign('RSA-SHA256')
    .update(text.join(''))
    .sign(readFileSync(key), 'base64');
  return JSON.stringify({
    ...all,
    SignatureVersion: '2',
    Signature,
    SigningCertURL: CERTIFICATE,
  });
}

async function serve(taken = true, patience?: number) {
  const [bounces, refused, subscriptions]: [Bounce[], string[], string[]] = [[], [], []];
  const provider = { secretFile };
  const readers = openReaders(
    { generic: provider, postmark: provider, mailgun: provider, ses: { topicArn: TOPIC } },
    {
      now: () => new Date(),
      certificate: async (url) => (url === CERTIFICATE ? certificate : null),
      onSubscription: (url) => subscriptions.push(url),
    },
  );
  if (!readers.ok) throw new Error(JSON.stringify(readers.failures));
  const server = await serveWebhooks({
    ...{ host: '127.0.0.1', port: 0, readers: readers.value },
    record: async (all) => taken && bounces.push(...all) > 0,
    onRefused: (why) => refused.push(why),
    ...(patience === undefined ? {} : { patience }),
  });
  if (!server.ok) throw new Error(JSON.stringify(server.failures));
  servers.push(server.value);
  const post = async (path: string, body: string, headers: Record<string, string> = {}) =>
    (await fetch(`${server.value.url}${path}`, { method: 'POST', body, headers })).status;
  return { url: server.value.url, post, bounces, refused, subscriptions };
}

test('every provider’s report comes in with what vouches for it', async () => {
  const { post, bounces, subscriptions } = await serve();
  expect(await post('/generic', report, signed(report))).toBe(200);
  const authorization = `Basic ${Buffer.from('user:secret').toString('base64')}`;
  const bounce = { Type: 'HardBounce', Email: about.recipient, Metadata: { delivery: KEY } };
  expect(await post('/postmark?x=1', JSON.stringify(bounce), { authorization })).toBe(200);
  expect(await post('/mailgun', fromMailgun())).toBe(200);
  const message = {
    mail: { commonHeaders: about },
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: about.recipient }] },
  };
  const sns = { MessageId: 'm', Timestamp: 't' };
  const notification = { ...sns, Type: 'Notification', Message: JSON.stringify(message) };
  expect(await post('/ses', fromSns(notification))).toBe(200);
  expect(bounces.map((one) => [one.key, one.recipient, one.suppress])).toEqual(
    Array.from({ length: 4 }, () => [KEY, about.recipient, true]),
  );
  const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription';
  const asked = { ...sns, Type: 'SubscriptionConfirmation', Message: 'You', Token: 'k' };
  expect(await post('/ses', fromSns({ ...asked, SubscribeURL }))).toBe(200);
  const evil = { ...asked, SubscribeURL: 'https://evil.example/' };
  expect(await post('/ses', fromSns(evil))).toBe(400);
  expect(subscriptions).toEqual([SubscribeURL]);
  expect(await post('/mailgun', fromMailgun().replace('"failed"', '"delivered"'))).toBe(200);
  expect(bounces).toHaveLength(4);
});

test('what nobody vouches for, is too large or goes elsewhere is refused', async () => {
  const { url, post, bounces, refused } = await serve();
  expect(await post('/generic', report)).toBe(400);
  expect(await post('/generic', `${report} `, signed(report))).toBe(400);
  expect(await post('/postmark', report)).toBe(400);
  expect(await post('/mailgun', fromMailgun().replace('"t"', '"u"'))).toBe(400);
  expect(await post('/ses', fromSns({ Type: 'Notification' }).replace('"t', '"u'))).toBe(400);
  expect(refused).toHaveLength(5);
  expect(refused.join()).not.toContain('secret:');
  expect(await post('/other', report)).toBe(404);
  expect((await fetch(`${url}/generic`)).status).toBe(405);
  const large = 'x'.repeat(1024 * 1024 + 1);
  expect(await post('/generic', large, signed(large))).toBe(413);
  expect(bounces).toEqual([]);
});

test('a body without an end is not gathered', async () => {
  const { url } = await serve();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /generic HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n');
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const answer = once(socket, 'data');
  const closed = once(socket, 'close');
  for (let index = 0; index < 20; index += 1) socket.write(chunk);
  expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 413 /);
  await closed;
});

test.each([
  ['its head', 'POST /generic HTTP/1.1\r\nhost: a\r\n'],
  ['its body', 'POST /generic HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{'],
])(
  'a request that is late with %s is ended, and others are answered meanwhile',
  async (_, begun) => {
    const { url, post, bounces } = await serve(true, 300);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').write(begun);
    const said: string[] = [];
    socket.on('data', (text: string) => said.push(text));
    const closed = once(socket, 'close');
    expect(await post('/generic', report, signed(report))).toBe(200);
    await closed;
    expect(said.join('')).toMatch(/^HTTP\/1\.1 408 /);
    expect(bounces).toHaveLength(1);
  },
);

test('where the report cannot be kept now, the provider is asked to come again', async () => {
  const { post } = await serve(false);
  expect(await post('/generic', report, signed(report))).toBe(503);
});

test('a configuration without providers, or without a secret, listens to nobody', () => {
  const outside = { now: () => new Date(), certificate: async () => null, onSubscription: () => 0 };
  const places = (settings: Parameters<typeof openReaders>[0]) => {
    const opened = openReaders(settings, outside);
    return opened.ok ? [] : opened.failures.map(({ place }) => place);
  };
  expect(places({})).toEqual(['mail.webhooks']);
  writeFileSync(join(folder, 'empty'), '\n');
  const empty = places({ generic: { secretFile: join(folder, 'empty') } });
  expect(empty).toEqual(['mail.webhooks.generic.secretFile']);
  expect(places({ mailgun: { secretFile: join(folder, 'none') } })).toHaveLength(1);
});

test(
  'platen bounces --listen records a report, and waits its turn for the embedded ledger',
  { timeout: 180_000 },
  async () => {
    const directory = join(folder, 'ledger');
    const ledger = await testLedger(directory);
    const key = [`<${KEY}@a.example>`];
    await ledger.query("INSERT INTO platen.run (run, period) VALUES ('r', '2026-10')");
    await ledger.query("INSERT INTO platen.body VALUES ('b', '')");
    await ledger.query(
      `INSERT INTO platen.invoice (run, invoice, uri, revision, customer, state, body, content)
       VALUES ('r', 'i1', 'u', 1, 'c', 'archived', 'b', 'c')`,
    );
    await ledger.query(
      `INSERT INTO platen.mail (run, invoice, recipient, state, message_id)
       VALUES ('r', 'i1', 'ap@acme.example', 'sent', $1)`,
      key,
    );
    const config = { ledger: { directory }, mail: { webhooks: { generic: { secretFile } } } };
    writeFileSync(join(folder, 'platen.config.json'), JSON.stringify(config));
    const args = [resolve('dist/main.cjs'), 'bounces', '--listen', '0'];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    while (!said.join('').includes('Ctrl-C')) await once(child.stderr, 'data');
    const url = /http:\S+/.exec(said.join(''))?.[0] ?? '';
    const post = async () =>
      (await fetch(`${url}/generic`, { method: 'POST', body: report, headers: signed(report) }))
        .status;
    expect(await post()).toBe(503);
    await ledger.close();
    expect(await post()).toBe(200);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(said.join('')).toContain('bounced: ap@acme.example');
    const again = await testLedger(directory);
    expect(await again.query('SELECT state FROM platen.mail')).toEqual([{ state: 'bounced' }]);
    await again.close();
  },
);
