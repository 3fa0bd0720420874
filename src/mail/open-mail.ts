import { createPrivateKey } from 'node:crypto';
import type { MailSettings } from '../config/schema-mail.ts';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { createComposer, type Composer, type SigningKey } from './compose-delivery.ts';
import type { MailTransport } from './mail.ts';
import { openOutbox } from './outbox-transport.ts';
import { readSecret } from './read-secret.ts';
import type { SmtpSecrets, SmtpSettings } from './smtp-transport.ts';

/** What writes messages and what takes them away. */
export interface MailOffice {
  readonly compose: Composer;
  readonly transport: MailTransport;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Open what the configuration says about mail; secrets come from the environment or from files, and stay here. */
export async function openMail(
  mail: MailSettings,
  environment: Environment,
): Promise<Outcome<MailOffice>> {
  const faults: Failure[] = [];
  const signing = signingKey(mail, faults);
  const compose = createComposer(mail, signing);
  if (mail.transport === 'file' || mail.smtp === undefined) {
    if (faults.length > 0) return failed(faults);
    return success({ compose, transport: await openOutbox(mail.outbox) });
  }
  const secrets = secretsOf(mail.smtp, environment, faults);
  faults.push(...inTheClear(mail.smtp, secrets));
  if (faults.length > 0) return failed(faults);
  const { openSmtp } = await import('./smtp-transport.ts');
  return success({ compose, transport: openSmtp(mail.smtp, secrets) });
}

function signingKey({ dkim }: MailSettings, faults: Failure[]): SigningKey | null {
  const privateKey = readSecret(dkim?.keyFile, 'mail.dkim.keyFile', faults);
  if (dkim === undefined || privateKey === null) return null;
  const key = { domain: dkim.domain, selector: dkim.selector, privateKey };
  try {
    if (createPrivateKey(privateKey).asymmetricKeyType === 'rsa') return key;
  } catch {
    // The reason may quote the key.
  }
  const hint = 'Make one with openssl genrsa 2048.';
  faults.push(
    failure('mail', 'mail.dkim.keyFile', 'This is no private key to sign with', {
      expected: 'an RSA key as PEM',
      hint,
    }),
  );
  return null;
}

function secretsOf(smtp: SmtpSettings, environment: Environment, faults: Failure[]): SmtpSecrets {
  const user =
    readSecret(smtp.userFile, 'mail.smtp.userFile', faults) ??
    environment['PLATEN_SMTP_USER'] ??
    null;
  const password =
    readSecret(smtp.passwordFile, 'mail.smtp.passwordFile', faults) ??
    environment['PLATEN_SMTP_PASSWORD'] ??
    null;
  return { user, password, authority: readSecret(smtp.authority, 'mail.smtp.authority', faults) };
}

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '::1']);

/** A password does not go over a network unencrypted. */
function inTheClear(
  { security, host }: SmtpSettings,
  { password }: SmtpSecrets,
): readonly Failure[] {
  if (security !== 'none' || password === null || OWN_MACHINE.has(host)) return [];
  const why = 'A password would be sent in the clear';
  const hint = 'Set mail.smtp.security to starttls or tls, or leave the password out.';
  return [
    failure('mail', 'mail.smtp.security', why, {
      expected: 'starttls or tls',
      found: 'none',
      hint,
    }),
  ];
}
