import { domainToASCII } from 'node:url';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { sha256Of } from '../archive/digest.ts';
import { isMailAddress, type MailSettings } from '../config/schema-mail.ts';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { cleanHeader } from './clean-header.ts';
import { deliveryKey } from './delivery-key.ts';
import type { Letter } from './letter.ts';
import type { Delivery, Mailbox } from './mail.ts';

/** The key that messages are signed with. */
export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** Makes messages; the same letter always gives the same bytes. */
export type Composer = (letter: Letter) => Promise<Outcome<Delivery>>;

/** What the composer takes of the configuration. */
export type ComposerSettings = Pick<
  MailSettings,
  'domain' | 'bounceAddress' | 'idempotencyHeader' | 'headers'
>;

/** Make a composer; with a signing key every message is signed by DKIM. */
export function createComposer(mail: ComposerSettings, signing: SigningKey | null): Composer {
  const dkim = signing && {
    domainName: signing.domain,
    keySelector: signing.selector,
    privateKey: signing.privateKey,
  };
  const writer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...(dkim ? { dkim } : {}),
  });
  return async (letter) => {
    const faults = addressFaults(letter);
    return faults.length > 0 ? failed(faults) : success(await compose(letter, mail, writer));
  };
}

async function compose(
  letter: Letter,
  mail: ComposerSettings,
  writer: Transporter,
): Promise<Delivery> {
  const { settings, identity } = letter;
  const key = deliveryKey(identity);
  const messageId = `<${key}@${mail.domain ?? domainOf(settings.from)}>`;
  const { message } = await writer.sendMail({
    ...messageOf(letter),
    messageId,
    baseBoundary: key,
    headers: headersOf(letter, mail, key),
  });
  const bytes = message as Uint8Array;
  const { recipient } = identity;
  const from = mail.bounceAddress === undefined ? settings.from : bounceTo(mail.bounceAddress, key);
  const envelope = { from, to: recipient, envelopeId: key };
  return { key, messageId, recipient, envelope, bytes, sha256: sha256Of(bytes) };
}

/** Nothing of data names a file, an address of the web or a header. */
function messageOf({ body, to, settings, date, attachments }: Letter): SendMailOptions {
  const { from, fromName, replyTo, cc } = settings;
  return {
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
    date,
    from: mailbox({ name: fromName, address: from }),
    ...(replyTo === '' ? {} : { replyTo }),
    to: to.map(mailbox),
    cc: [...cc],
    subject: cleanHeader(body.subject),
    text: body.text,
    html: body.html,
    attachments: attachments.map(({ name, contentType, bytes }) => ({
      filename: cleanHeader(name),
      contentType,
      content: Buffer.from(bytes),
    })),
  };
}

/** A header line as it is to stand in the message: configured ASCII, which needs no encoding. */
interface Line {
  readonly prepared: true;
  readonly value: string;
}

function headersOf(
  { locale }: Letter,
  { idempotencyHeader, headers }: ComposerSettings,
  key: string,
): Record<string, Line> {
  const lines = {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': cleanHeader(locale),
    ...headers,
    ...(idempotencyHeader === undefined ? {} : { [idempotencyHeader]: '{key}' }),
  };
  const prepared = Object.entries(lines).map(([name, value]): [string, Line] => [
    name,
    { prepared: true, value: value.replaceAll('{key}', key) },
  ]);
  return Object.fromEntries(prepared);
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: cleanHeader(name), address };
}

/** Variable envelope return path: the bounce's address says which delivery came back. */
function bounceTo(address: string, key: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${key}${address.slice(at)}`;
}

function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1)) || 'localhost';
}

function addressFaults({ identity, to, settings }: Letter): readonly Failure[] {
  const sender = isMailAddress(settings.from) ? [] : [noSender(settings.from)];
  const wrong = [identity.recipient, ...to.map(({ address }) => address)].filter(
    (address) => !isMailAddress(address),
  );
  return [...sender, ...[...new Set(wrong)].map(noAddress)];
}

function noSender(found: string): Failure {
  return failure('mail', 'mail.from', 'There is no address to send from', {
    expected: 'an e-mail address',
    found: found || 'nothing',
    hint: 'Set mail.from or seller.email.',
  });
}

function noAddress(found: string): Failure {
  return failure('mail', 'recipients', 'This is no e-mail address', {
    expected: 'name@domain',
    found: JSON.stringify(found.slice(0, 80)),
    hint: 'Correct the customer’s e-mail address.',
  });
}
