import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { blamesAddress, isoTime, plainLine, type Bounce } from './bounce.ts';
import { keyWithin } from './delivery-key.ts';

/** Fields of one group of a status report, by lower-case name. */
type Fields = ReadonlyMap<string, string>;

/** More recipients than one of our messages has. */
const MOST_RECIPIENTS = 100;

/**
 * What a message in the bounce mailbox reports: delivery status (RFC 3464), one entry for each recipient, or a complaint
 * (RFC 5965). Anything else, such as an out-of-office reply, reports nothing.
 */
export async function parseBounce(message: Uint8Array): Promise<readonly Bounce[]> {
  const email = await PostalMime.parse(message, {
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  });
  const status = partOf(email, 'message/delivery-status');
  if (status !== null) return statusReports(email, status);
  const complaint = partOf(email, 'message/feedback-report');
  return complaint === null ? [] : complaintReports(email, complaint);
}

function statusReports(email: Email, text: string): readonly Bounce[] {
  const [whole = new Map<string, string>(), ...each] = groupsOf(text);
  const key = keyOf(email, whole.get('original-envelope-id') ?? '');
  return each
    .slice(0, MOST_RECIPIENTS)
    .flatMap((fields) => statusReport(fields, key, whole, email.date ?? ''));
}

function statusReport(
  fields: Fields,
  key: string | null,
  whole: Fields,
  date: string,
): readonly Bounce[] {
  const action = (fields.get('action') ?? '').toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return [];
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
  const at = fields.get('last-attempt-date') ?? whole.get('arrival-date') ?? date;
  return [
    {
      key,
      recipient: addressOf(fields.get('original-recipient') ?? fields.get('final-recipient') ?? ''),
      kind: action,
      suppress: action === 'failed' && blamesAddress(status),
      status,
      diagnostic: plainLine((fields.get('diagnostic-code') ?? '').replace(/^smtp;/i, '')),
      at: isoTime(at),
    },
  ];
}

function complaintReports(email: Email, text: string): readonly Bounce[] {
  const [fields = new Map<string, string>()] = groupsOf(text);
  const type = plainLine(fields.get('feedback-type') ?? '');
  if (!/^(?:abuse|fraud|other)$/i.test(type)) return [];
  return [
    {
      key: keyOf(email, fields.get('original-envelope-id') ?? ''),
      recipient: addressOf(fields.get('original-rcpt-to') ?? ''),
      kind: 'complaint',
      suppress: true,
      status: '',
      diagnostic: type,
      at: isoTime(fields.get('arrival-date') ?? email.date ?? ''),
    },
  ];
}

/** The delivery's key, from the envelope id, the address that the report came to, or the message that it quotes. */
function keyOf(email: Email, envelopeId: string): string | null {
  const addressed = email.headers
    .filter(({ key }) => ['to', 'delivered-to', 'x-original-to', 'x-envelope-to'].includes(key))
    .map(({ value }) => value);
  const quoted = quotedMessage(email);
  const messageId = /^message-id:\s*(\S+)/im.exec(quoted)?.[1] ?? '';
  const places = [envelopeId, ...addressed, messageId];
  return places.map(keyWithin).find((key) => key !== null) ?? null;
}

function quotedMessage(email: Email): string {
  const text = partOf(email, 'message/rfc822') ?? partOf(email, 'text/rfc822-headers') ?? '';
  return text.slice(0, 20_000).replace(/\r?\n[ \t]+/g, ' ');
}

/** Text of the first part of a type; null without one. */
function partOf({ attachments }: Email, type: string): string | null {
  const part = attachments.find(({ mimeType }) => mimeType.toLowerCase() === type);
  return part === undefined ? null : textOf(part);
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string'
    ? content
    : Buffer.from(content as ArrayBuffer).toString('utf8');
}

/** Groups of `Name: value` lines with empty lines between them; folded lines joined. */
function groupsOf(text: string): readonly Fields[] {
  const groups = text
    .slice(0, 200_000)
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/);
  return groups.map(fieldsOf).filter((fields) => fields.size > 0);
}

function fieldsOf(group: string): Fields {
  const pairs = group.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
  });
  return new Map(pairs);
}

/** `rfc822;name@domain` as an address in lower case. */
function addressOf(field: string): string {
  const address = field
    .replace(/^[^;]*;/, '')
    .trim()
    .replace(/^<|>$/g, '');
  return plainLine(address).toLowerCase();
}
