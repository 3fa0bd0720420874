import * as z from 'zod';
import { success } from '../../failure.ts';
import { isoTime, plainLine } from '../bounce.ts';
import { keyWithin } from '../delivery-key.ts';
import { jsonOf, notSigned, notUnderstood, sameText, type BounceReader } from './webhook.ts';

const event = z.looseObject({
  RecordType: z.string().default('Bounce'),
  Type: z.string().default(''),
  Email: z.string().default(''),
  Description: z.string().default(''),
  Details: z.string().default(''),
  BouncedAt: z.string().default(''),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});

/** Types after which Postmark itself sends no more to the address, or that its owner asked for. */
const FINAL = new Set([
  'HardBounce',
  'BadEmailAddress',
  'ManuallyDeactivated',
  'SpamComplaint',
  'SpamNotification',
]);

const COMPLAINTS = new Set(['SpamComplaint', 'SpamNotification']);

/** Types that report a message that did not arrive; the others are answers and changes of subscription. */
const LOST = new Set([
  ...FINAL,
  'SoftBounce',
  'DnsError',
  'Blocked',
  'DMARCPolicy',
  'VirusNotification',
  'SMTPApiError',
  'Unknown',
]);

/**
 * Postmark does not sign: the secret is `user:password` of the address that it calls. The key comes back in the metadata
 * `delivery`, set by the header `X-PM-Metadata-delivery: {key}`.
 */
export const readPostmark: BounceReader = ({ headers, body }, { secret }) => {
  const expected = `Basic ${Buffer.from(secret).toString('base64')}`;
  if (secret === '' || !sameText(headers['authorization'] ?? '', expected))
    return notSigned('postmark', 'user name and password of the webhook’s address');
  const parsed = event.safeParse(jsonOf(body));
  if (!parsed.success) return notUnderstood('postmark', z.prettifyError(parsed.error));
  return success(bouncesOf(parsed.data));
};

function bouncesOf({
  Type,
  Email,
  Details,
  Description,
  BouncedAt,
  Metadata,
}: z.output<typeof event>) {
  const late = Type === 'Transient';
  if (!late && !LOST.has(Type)) return [];
  const kind = late ? 'delayed' : COMPLAINTS.has(Type) ? 'complaint' : 'failed';
  return [
    {
      key: keyWithin(String(Metadata['delivery'] ?? '')),
      recipient: plainLine(Email).toLowerCase(),
      kind,
      suppress: FINAL.has(Type),
      status: '',
      diagnostic: plainLine(Details || Description || Type),
      at: isoTime(BouncedAt),
    } as const,
  ];
}
