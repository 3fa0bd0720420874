import * as z from 'zod';
import { success } from '../../failure.ts';
import { blamesAddress, isoTime, plainLine, type Bounce } from '../bounce.ts';
import { keyWithin } from '../delivery-key.ts';
import {
  hmacMatches,
  isRecent,
  jsonOf,
  notSigned,
  notUnderstood,
  type BounceReader,
} from './webhook.ts';

const report = z.looseObject({
  messageId: z.string(),
  recipient: z.string(),
  kind: z.enum(['failed', 'delayed', 'complaint']),
  status: z.string().default(''),
  diagnostic: z.string().default(''),
  at: z.string().default(''),
});

const reports = z.union([report.transform((one) => [one]), z.array(report).max(1000)]);

/**
 * Platen's own form, for relays of one's own: `{messageId, recipient, kind, status, diagnostic, at}` or a list of it, with
 * the header `platen-signature: t=UNIXSECONDS,v1=HEX`, the HMAC-SHA256 of `t.body`.
 */
export const readGeneric: BounceReader = ({ headers, body }, { secret, now }) => {
  const [, time = '', signature = ''] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i.exec(headers['platen-signature'] ?? '') ?? [];
  if (!hmacMatches(`${time}.${body}`, secret, signature) || !isRecent(Number(time), now))
    return notSigned('generic', 'platen-signature: t=…,v1=…, at most five minutes old');
  const parsed = reports.safeParse(jsonOf(body));
  if (!parsed.success) return notUnderstood('generic', z.prettifyError(parsed.error));
  return success(parsed.data.map(bounceOfReport));
};

function bounceOfReport({
  messageId,
  recipient,
  kind,
  status,
  diagnostic,
  at,
}: z.output<typeof report>): Bounce {
  return {
    key: keyWithin(messageId),
    recipient: plainLine(recipient).toLowerCase(),
    kind,
    suppress: kind === 'complaint' || (kind === 'failed' && blamesAddress(status)),
    status: plainLine(status),
    diagnostic: plainLine(diagnostic),
    at: isoTime(at),
  };
}
