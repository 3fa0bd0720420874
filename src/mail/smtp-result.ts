import { failure, type Failure } from '../failure.ts';
import type { SendResult } from './mail.ts';

/** The parts of nodemailer's errors that matter here. */
interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** Refused as too large: this message's own fault, though it is said to the sender's address. */
const TOO_LARGE = 552;

/**
 * What an error of one attempt means. Without an answer of the server the message is uncertain once a byte of it has
 * left, and nobody's before that.
 */
export function smtpResult(error: unknown, began: boolean, place: string): SendResult {
  const { responseCode: code, command = '', message = '' } = error as SmtpError;
  const response = oneLine((error as SmtpError).response ?? message);
  if (code === undefined) {
    return began
      ? {
          kind: 'uncertain',
          reason: `the connection ended before ${place} answered: ${oneLine(message)}`,
        }
      : withoutAnswer(error as SmtpError, place);
  }
  if (code < 500) return { kind: 'deferred', code, response };
  if (refusesUs(error as SmtpError, code, command))
    return unreachable(refused(place, response, command));
  return { kind: 'failed', code, response };
}

/** Not this message but every one of ours: no login, no such sender, no service for us. */
function refusesUs({ code }: SmtpError, status: number, command: string): boolean {
  if (code === 'EAUTH' || command.startsWith('AUTH')) return true;
  if (status === TOO_LARGE) return false;
  return ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM'].includes(command);
}

/** What fails here before the server is asked: an address that cannot be sent to, a message that is too large for it. */
const OWN_FAULTS = new Set(['EENVELOPE', 'EMESSAGE']);

function withoutAnswer(error: SmtpError, place: string): SendResult {
  const found = oneLine(error.message ?? 'no answer');
  if (OWN_FAULTS.has(error.code ?? '')) return { kind: 'failed', code: null, response: found };
  return unreachable(
    failure('mail', place, 'The mail server cannot be reached', {
      expected: 'an encrypted connection and a greeting',
      found,
      hint: hintOf(error),
    }),
  );
}

/** What to do, by nodemailer's and the system's codes. */
const HINTS: Readonly<Record<string, string>> = {
  EDNS: 'Correct mail.smtp.host.',
  ETLS: 'The server has no valid encryption: mend its certificate, set mail.smtp.authority, or correct mail.smtp.security.',
  ENOAUTH:
    'Set PLATEN_SMTP_USER and PLATEN_SMTP_PASSWORD, or mail.smtp.userFile and mail.smtp.passwordFile.',
};

function hintOf({ code = '', originalCode = '', message = '' }: SmtpError): string {
  if (/certificate|CERT_|self.signed|altnames/i.test(`${originalCode} ${message}`))
    return HINTS['ETLS'] ?? '';
  return HINTS[code] ?? 'Check mail.smtp and that the server is up, then start the run again.';
}

function refused(place: string, response: string, command: string): Failure {
  const login = command.startsWith('AUTH') || /auth/i.test(response);
  return failure('mail', place, 'The mail server does not take our mail', {
    found: response,
    hint: login
      ? 'Correct PLATEN_SMTP_USER and PLATEN_SMTP_PASSWORD, or their files.'
      : 'Let the server take mail of mail.from and mail.bounceAddress, or correct these.',
  });
}

function unreachable(why: Failure): SendResult {
  return { kind: 'unreachable', failure: why };
}

/** Answers of servers go to a ledger and a screen. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}
