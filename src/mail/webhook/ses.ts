import { createVerify, X509Certificate } from 'node:crypto';
import * as z from 'zod';
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

const subscription = z.looseObject({
  Type: z.literal('SubscriptionConfirmation'),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Token: z.string(),
  SubscribeURL: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
});

const signed = z.looseObject({ SigningCertURL: z.string(), TopicArn: z.string() });

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

/** Only Amazon's own hosts have signing certificates, and confirm subscriptions. */
const AMAZON_HOST = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(?:\.cn)?$/;

/** Where the certificate of a topic's report lies, for whoever may use the network; null where no such place is to be trusted. */
export function signingCertificateUrl({ body }: WebhookRequest, topicArn: string): string | null {
  const parsed = signed.safeParse(jsonOf(body));
  if (!parsed.success || parsed.data.TopicArn !== topicArn) return null;
  const address = amazonAddress(parsed.data.SigningCertURL);
  return address !== null && address.pathname.endsWith('.pem') ? address.href : null;
}

function amazonAddress(given: string): URL | null {
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address === null || address.protocol !== 'https:' || address.port !== '') return null;
  return AMAZON_HOST.test(address.hostname) && address.username === '' ? address : null;
}

/** The address that confirms our subscription to the topic, where Amazon SNS asks for it, signed; null for anything else. */
export function readSubscription({ body }: WebhookRequest, trust: SesTrust): string | null {
  const parsed = subscription.safeParse(jsonOf(body));
  if (!parsed.success || parsed.data.TopicArn !== trust.topicArn) return null;
  const { Message, MessageId, SubscribeURL, Timestamp, Token, TopicArn, Type } = parsed.data;
  const fields = { Message, MessageId, SubscribeURL, Timestamp, Token, TopicArn, Type };
  if (!isSigned(fields, parsed.data, trust.certificate)) return null;
  return amazonAddress(SubscribeURL)?.href ?? null;
}

/** Amazon SES by way of SNS: the envelope's signature is checked, then the report within is read. */
export function readSes(request: WebhookRequest, trust: SesTrust): Outcome<readonly Bounce[]> {
  const parsed = notification.safeParse(jsonOf(request.body));
  if (!parsed.success) return notUnderstood('ses', z.prettifyError(parsed.error));
  const known = signingCertificateUrl(request, trust.topicArn) !== null;
  if (!known || !isSigned(reportFields(parsed.data), parsed.data, trust.certificate))
    return notSigned('ses', `a notification of ${trust.topicArn}, signed by Amazon SNS`);
  const inside = report.safeParse(jsonOf(parsed.data.Message));
  if (!inside.success) return notUnderstood('ses', z.prettifyError(inside.error));
  return success(bouncesOf(inside.data));
}

function reportFields(envelope: z.output<typeof notification>): Readonly<Record<string, string>> {
  const { Message, MessageId, Subject, Timestamp, TopicArn, Type } = envelope;
  const subject = Subject === undefined ? {} : { Subject };
  return { Message, MessageId, ...subject, Timestamp, TopicArn, Type };
}

interface Signature {
  readonly SignatureVersion: '1' | '2';
  readonly Signature: string;
}

/** SNS signs fields in this order, each name and value on a line of its own. */
function isSigned(
  fields: Readonly<Record<string, string>>,
  { SignatureVersion, Signature }: Signature,
  certificate: string,
): boolean {
  const text = Object.entries(fields).map(([name, value]) => `${name}\n${value}\n`);
  try {
    const key = new X509Certificate(certificate).publicKey;
    return createVerify(SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1')
      .update(text.join(''))
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
