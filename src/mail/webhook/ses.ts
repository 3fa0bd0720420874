import { createVerify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { success, type Outcome } from '../../failure.ts';
import { blamesAddress, isoTime, plainLine, type Bounce } from '../bounce.ts';
import { keyWithin } from '../delivery-key.ts';
import { jsonOf, notSigned, notUnderstood, type WebhookRequest } from './webhook.ts';

const text = z.string().default('');

const notification = z.looseObject({
  Type: z.literal('Notification'),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().optional(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
});

const recipient = z.looseObject({ emailAddress: text, status: text, diagnosticCode: text });

const report = z.looseObject({
  notificationType: text,
  eventType: text,
  mail: z
    .looseObject({ commonHeaders: z.looseObject({ messageId: text }).prefault({}) })
    .prefault({}),
  bounce: z
    .looseObject({
      bounceType: text,
      timestamp: text,
      bouncedRecipients: z.array(recipient).default([]),
    })
    .optional(),
  complaint: z
    .looseObject({
      timestamp: text,
      complaintFeedbackType: text,
      complainedRecipients: z.array(recipient).default([]),
    })
    .optional(),
  deliveryDelay: z
    .looseObject({ timestamp: text, delayedRecipients: z.array(recipient).default([]) })
    .optional(),
});

/** What the caller knows of Amazon's side. */
export interface SesTrust {
  /** The certificate at `signingCertificateUrl`, as PEM. */
  readonly certificate: string;
  /** The only topic that is believed. */
  readonly topicArn: string;
}

/** Only Amazon's own hosts have signing certificates. */
const CERTIFICATE_HOST = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(?:\.cn)?$/;

/** Where the certificate of a report lies, for whoever may use the network; null where no such place is to be trusted. */
export function signingCertificateUrl({ body }: WebhookRequest): string | null {
  const parsed = notification.safeParse(jsonOf(body));
  const given = parsed.success ? parsed.data.SigningCertURL : '';
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address === null || address.protocol !== 'https:' || address.port !== '') return null;
  const ours = CERTIFICATE_HOST.test(address.hostname) && address.pathname.endsWith('.pem');
  return ours && address.username === '' ? address.href : null;
}

/** Amazon SES by way of SNS: the envelope's signature is checked, then the report within is read. */
export function readSes(request: WebhookRequest, trust: SesTrust): Outcome<readonly Bounce[]> {
  const parsed = notification.safeParse(jsonOf(request.body));
  if (!parsed.success) return notUnderstood('ses', z.prettifyError(parsed.error));
  const known = signingCertificateUrl(request) !== null && parsed.data.TopicArn === trust.topicArn;
  if (!known || !isSigned(parsed.data, trust.certificate))
    return notSigned('ses', `a notification of ${trust.topicArn}, signed by Amazon SNS`);
  const inside = report.safeParse(jsonOf(parsed.data.Message));
  if (!inside.success) return notUnderstood('ses', z.prettifyError(inside.error));
  return success(bouncesOf(inside.data));
}

/** SNS signs these fields, each name and value on a line of its own. */
function isSigned(envelope: z.output<typeof notification>, certificate: string): boolean {
  const { Subject, SignatureVersion, Signature } = envelope;
  const fields = [
    'Message',
    'MessageId',
    ...(Subject === undefined ? [] : (['Subject'] as const)),
    'Timestamp',
    'TopicArn',
    'Type',
  ] as const;
  const signed = fields.map((name) => `${name}\n${envelope[name] ?? ''}\n`).join('');
  try {
    const key = new X509Certificate(certificate).publicKey;
    return createVerify(SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1')
      .update(signed)
      .verify(key, Signature, 'base64');
  } catch {
    return false;
  }
}

function bouncesOf({
  mail,
  bounce,
  complaint,
  deliveryDelay,
}: z.output<typeof report>): readonly Bounce[] {
  const key = keyWithin(mail.commonHeaders.messageId);
  const permanent = bounce?.bounceType === 'Permanent';
  const made =
    (kind: Bounce['kind'], suppress: boolean, timestamp: string) =>
    (one: z.output<typeof recipient>): Bounce => ({
      key,
      recipient: plainLine(one.emailAddress).toLowerCase(),
      kind,
      suppress: suppress && (kind === 'complaint' || !one.status || blamesAddress(one.status)),
      status: plainLine(one.status),
      diagnostic: plainLine(
        one.diagnosticCode ||
          (kind === 'complaint' ? (complaint?.complaintFeedbackType ?? '') : ''),
      ),
      at: isoTime(timestamp),
    });
  return [
    ...(bounce?.bouncedRecipients ?? []).map(made('failed', permanent, bounce?.timestamp ?? '')),
    ...(complaint?.complainedRecipients ?? []).map(
      made('complaint', true, complaint?.timestamp ?? ''),
    ),
    ...(deliveryDelay?.delayedRecipients ?? []).map(
      made('delayed', false, deliveryDelay?.timestamp ?? ''),
    ),
  ];
}
