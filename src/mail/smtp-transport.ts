import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { MailSettings } from '../config/schema-mail.ts';
import type { Delivery, MailTransport, SendResult } from './mail.ts';
import { smtpResult } from './smtp-result.ts';

/** The mail server's part of the configuration. */
export type SmtpSettings = NonNullable<MailSettings['smtp']>;

/** What the configuration keeps outside of itself. Nothing of it is printed. */
export interface SmtpSecrets {
  readonly user: string | null;
  readonly password: string | null;
  /** PEM of an authority of the user's own; null trusts the usual ones. */
  readonly authority: string | null;
}

/** Port that a kind of encryption has by custom. */
const USUAL_PORT = { tls: 465, starttls: 587, none: 25 } as const;

/** A pool of connections to a mail server. A certificate that is not valid is an error, and nothing is sent. */
export function openSmtp(settings: SmtpSettings, secrets: SmtpSecrets): MailTransport {
  const { host, security } = settings;
  const port = settings.port ?? USUAL_PORT[security];
  const place = `${host}:${port}`;
  const pool = createTransport({
    pool: true,
    host,
    port,
    maxConnections: settings.connections,
    ...securityOf(settings, secrets),
    ...timeoutsOf(settings),
    ...authOf(secrets),
  });
  track(pool);
  // Errors of idle connections; those of messages come back from sendMail.
  pool.on('error', () => {});
  return {
    place,
    atOnce: settings.connections,
    send: (delivery) => send(pool, delivery, place),
    close: async () => pool.close(),
  };
}

function securityOf({ security }: SmtpSettings, { authority }: SmtpSecrets) {
  return {
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: authority === null ? {} : { ca: authority },
  };
}

function timeoutsOf({ timeoutSeconds }: SmtpSettings) {
  const silence = Math.ceil(timeoutSeconds * 1000);
  const greeting = Math.min(silence, 30_000);
  return { socketTimeout: silence, connectionTimeout: greeting, greetingTimeout: greeting };
}

function authOf({ user, password }: SmtpSecrets) {
  return user === null || password === null ? {} : { auth: { user, pass: password } };
}

/** A message with the stream that its connection reads; null until there is one. */
interface TrackedMail extends SendMailOptions {
  readonly progress: { stream: Readable | null };
}

/**
 * Keep the stream that a connection reads a message from. Only once a byte of it was read may the server have the
 * message; the pool itself sends again only before that.
 */
function track(pool: Transporter): void {
  pool.use('stream', (mail, done) => {
    const { progress } = mail.data as TrackedMail;
    mail.message.processFunc((input) => (progress.stream = input));
    done();
  });
}

async function send(pool: Transporter, delivery: Delivery, place: string): Promise<SendResult> {
  const { envelope, bytes } = delivery;
  const mail: TrackedMail = {
    envelope: { from: envelope.from, to: envelope.to },
    raw: Buffer.from(bytes),
    dsn: {
      id: envelope.envelopeId,
      return: 'headers',
      notify: ['failure', 'delay'],
      recipient: `rfc822;${envelope.to}`,
    },
    progress: { stream: null },
  };
  try {
    const { response } = await pool.sendMail(mail);
    return { kind: 'sent', response: String(response) };
  } catch (error) {
    return smtpResult(error, mail.progress.stream?.readableDidRead ?? false, place);
  }
}
