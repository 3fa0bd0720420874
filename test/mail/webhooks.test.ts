import { execFileSync } from 'node:child_process';
import { createHmac, createSign } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGeneric } from '../../src/mail/webhook/generic.ts';
import { readMailgun } from '../../src/mail/webhook/mailgun.ts';
import { readPostmark } from '../../src/mail/webhook/postmark.ts';
import { readSes, signingCertificateUrl } from '../../src/mail/webhook/ses.ts';

const KEY = '0123456789abcdef0123456789abcdef';
const now = new Date('2026-11-02T08:10:00Z');
const seconds = now.getTime() / 1000;
const trust = { secret: 'secret', now };
const hmac = (text: string, secret = 'secret') =>
  createHmac('sha256', secret).update(text).digest('hex');

const generic = (body: string, time = seconds, secret = 'secret') =>
  readGeneric(
    { headers: { 'platen-signature': `t=${time},v1=${hmac(`${time}.${body}`, secret)}` }, body },
    trust,
  );

test('Platen’s own form: one report or many, signed and fresh', () => {
  const report = {
    messageId: `<${KEY}@a.example>`,
    recipient: 'AP@acme.example',
    kind: 'failed',
    status: '5.1.1',
  };
  expect(generic(JSON.stringify(report))).toMatchObject({
    ok: true,
    value: [{ key: KEY, recipient: 'ap@acme.example', kind: 'failed', suppress: true }],
  });
  expect(generic(JSON.stringify([report, { ...report, kind: 'complaint' }]))).toMatchObject({
    ok: true,
    value: [{}, { kind: 'complaint' }],
  });
  expect(generic(JSON.stringify(report), seconds - 301).ok).toBe(false);
  expect(generic(JSON.stringify(report), seconds, 'other').ok).toBe(false);
  expect(generic('{').ok).toBe(false);
  expect(readGeneric({ headers: {}, body: JSON.stringify(report) }, trust).ok).toBe(false);
  expect(
    readGeneric(
      {
        headers: { 'platen-signature': `t=${seconds},v1=${hmac(`${seconds}.{}`, '')}` },
        body: '{}',
      },
      { secret: '', now },
    ).ok,
  ).toBe(false);
});

test('Postmark: hard bounce, transient, complaint, and what is none', () => {
  const headers = { authorization: `Basic ${Buffer.from('secret').toString('base64')}` };
  const read = (Type: string) =>
    readPostmark(
      {
        headers,
        body: JSON.stringify({
          RecordType: 'Bounce',
          Type,
          Email: 'AP@acme.example',
          Details: 'no user',
          BouncedAt: '2026-11-02T04:05:00-04:00',
          Metadata: { delivery: KEY },
        }),
      },
      trust,
    );
  expect(read('HardBounce')).toMatchObject({
    ok: true,
    value: [
      {
        key: KEY,
        recipient: 'ap@acme.example',
        kind: 'failed',
        suppress: true,
        at: '2026-11-02T08:05:00.000Z',
      },
    ],
  });
  expect(read('Transient')).toMatchObject({
    ok: true,
    value: [{ kind: 'delayed', suppress: false }],
  });
  expect(read('SpamComplaint')).toMatchObject({
    ok: true,
    value: [{ kind: 'complaint', suppress: true }],
  });
  expect(read('AutoResponder')).toEqual({ ok: true, value: [], warnings: [] });
  expect(readPostmark({ headers: {}, body: '{}' }, trust).ok).toBe(false);
});

test('Mailgun: permanent and temporary failures, complaints, signed', () => {
  const read = (event: object, secret = 'secret') => {
    const signature = {
      timestamp: `${seconds}`,
      token: 't0',
      signature: hmac(`${seconds}t0`, secret),
    };
    const data = {
      recipient: 'ap@acme.example',
      timestamp: seconds,
      message: { headers: { 'message-id': `${KEY}@a.example` } },
      ...event,
    };
    return readMailgun(
      { headers: {}, body: JSON.stringify({ signature, 'event-data': data }) },
      trust,
    );
  };
  const lost = {
    event: 'failed',
    severity: 'permanent',
    'delivery-status': { code: 550, 'enhanced-code': '5.1.1', message: 'no user' },
  };
  expect(read(lost)).toMatchObject({
    ok: true,
    value: [
      { key: KEY, kind: 'failed', suppress: true, status: '5.1.1', at: '2026-11-02T08:10:00.000Z' },
    ],
  });
  expect(read({ ...lost, 'delivery-status': { 'enhanced-code': '5.7.1' } })).toMatchObject({
    ok: true,
    value: [{ suppress: false }],
  });
  expect(read({ ...lost, severity: 'temporary' })).toMatchObject({
    ok: true,
    value: [{ kind: 'delayed', suppress: false }],
  });
  expect(read({ event: 'complained' })).toMatchObject({
    ok: true,
    value: [{ kind: 'complaint', suppress: true }],
  });
  expect(read({ event: 'delivered' })).toMatchObject({ ok: true, value: [] });
  expect(read(lost, 'other').ok).toBe(false);
});

/** A key and its certificate, as Amazon has one. */
function signer(): { key: string; certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'platen-sns-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=sns.test',
    ],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key, 'utf8'), certificate: readFileSync(cert, 'utf8') };
}

test('SES by way of SNS: signature, topic and certificate host are checked, then every recipient is read', () => {
  const { key, certificate } = signer();
  const topicArn = 'arn:aws:sns:eu-west-1:1:bounces';
  const message = {
    notificationType: 'Bounce',
    mail: { commonHeaders: { messageId: `<${KEY}@a.example>` } },
    bounce: {
      bounceType: 'Permanent',
      timestamp: '2026-11-02T08:05:00Z',
      bouncedRecipients: [
        { emailAddress: 'AP@acme.example', status: '5.1.1', diagnosticCode: 'smtp; 550' },
        { emailAddress: 'b@acme.example', status: '5.7.1' },
      ],
    },
  };
  const envelope = (change: object = {}) => {
    const fields = {
      Message: JSON.stringify(message),
      MessageId: 'm',
      Timestamp: '2026-11-02T08:05:00Z',
      TopicArn: topicArn,
      Type: 'Notification',
    };
    const text = Object.entries(fields)
      .map(([name, value]) => `${name}\n${value}\n`)
      .join('');
    const Signature = createSign('RSA-SHA256').update(text).sign(key, 'base64');
    return {
      headers: {},
      body: JSON.stringify({
        ...fields,
        SignatureVersion: '2',
        Signature,
        SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem',
        ...change,
      }),
    };
  };
  expect(readSes(envelope(), { certificate, topicArn })).toMatchObject({
    ok: true,
    value: [
      { key: KEY, recipient: 'ap@acme.example', kind: 'failed', suppress: true },
      { recipient: 'b@acme.example', suppress: false },
    ],
  });
  expect(readSes(envelope({ Message: '{}' }), { certificate, topicArn }).ok).toBe(false);
  expect(readSes(envelope(), { certificate, topicArn: 'other' }).ok).toBe(false);
  expect(readSes(envelope(), { certificate: signer().certificate, topicArn }).ok).toBe(false);
  for (const url of [
    'https://evil.example/a.pem',
    'http://sns.eu-west-1.amazonaws.com/a.pem',
    'https://sns.eu-west-1.amazonaws.com.evil.example/a.pem',
    'https://x@sns.eu-west-1.amazonaws.com/a.pem',
    'no',
  ])
    expect(signingCertificateUrl(envelope({ SigningCertURL: url }), topicArn), url).toBeNull();
});
