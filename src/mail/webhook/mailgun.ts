import * as z from 'zod';
import { success } from '../../failure.ts';
import { blamesAddress, plainLine } from '../bounce.ts';
import { keyWithin } from '../delivery-key.ts';
import {
  hmacMatches,
  isRecent,
  jsonOf,
  notSigned,
  notUnderstood,
  type BounceReader,
} from './webhook.ts';

const text = z.string().default('');

const payload = z.looseObject({
  signature: z.looseObject({ timestamp: z.string(), token: z.string(), signature: z.string() }),
  'event-data': z.looseObject({
    event: z.string(),
    severity: text,
    recipient: text,
    timestamp: z.number().default(0),
    'delivery-status': z
      .looseObject({
        code: z.number().optional(),
        'enhanced-code': text,
        message: text,
        description: text,
      })
      .prefault({}),
    message: z
      .looseObject({ headers: z.looseObject({ 'message-id': text }).prefault({}) })
      .prefault({}),
    'user-variables': z.record(z.string(), z.unknown()).default({}),
  }),
});

type Event = z.output<typeof payload>['event-data'];

/** Mailgun signs `timestamp` + `token` with the webhook signing key; the message keeps our Message-ID. */
export const readMailgun: BounceReader = ({ body }, { secret, now }) => {
  const parsed = payload.safeParse(jsonOf(body));
  if (!parsed.success) return notUnderstood('mailgun', z.prettifyError(parsed.error));
  const { timestamp, token, signature } = parsed.data.signature;
  if (!hmacMatches(timestamp + token, secret, signature) || !isRecent(Number(timestamp), now))
    return notSigned(
      'mailgun',
      'a signature with the webhook signing key, at most five minutes old',
    );
  return success(bouncesOf(parsed.data['event-data']));
};

function bouncesOf(event: Event) {
  const complaint = event.event === 'complained';
  if (!complaint && event.event !== 'failed') return [];
  const permanent = event.severity === 'permanent';
  const status = event['delivery-status'];
  const code = plainLine(status['enhanced-code']);
  const key = keyWithin(event.message.headers['message-id']);
  return [
    {
      key: key ?? keyWithin(String(event['user-variables']['delivery'] ?? '')),
      recipient: plainLine(event.recipient).toLowerCase(),
      kind: complaint ? 'complaint' : permanent ? 'failed' : 'delayed',
      suppress: complaint || (permanent && (code === '' || blamesAddress(code))),
      status: code,
      diagnostic: plainLine(status.message || status.description),
      at: event.timestamp === 0 ? '' : new Date(event.timestamp * 1000).toISOString(),
    } as const,
  ];
}
