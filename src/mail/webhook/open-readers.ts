import type { MailSettings } from '../../config/schema-mail.ts';
import { failed, failure, success, type Failure, type Outcome } from '../../failure.ts';
import { readSecret } from '../read-secret.ts';
import { readGeneric } from './generic.ts';
import { readMailgun } from './mailgun.ts';
import { readPostmark } from './postmark.ts';
import { readSes, readSubscription, signingCertificateUrl } from './ses.ts';
import type { ReportReader } from './serve-webhooks.ts';
import { notSigned, type BounceReader, type WebhookRequest } from './webhook.ts';

type WebhookSettings = MailSettings['webhooks'];

/** What readers need of the outside. */
export interface Outside {
  readonly now: () => Date;
  /** The certificate at an address of Amazon's, as PEM; null where it cannot be had. */
  readonly certificate: (url: string) => Promise<string | null>;
  /** Amazon SNS asks, signed, whether we want the topic's reports; whoever opens the address says yes. */
  readonly onSubscription: (address: string) => void;
}

/** Providers whose reports a secret vouches for. */
const WITH_SECRET: Readonly<Record<'generic' | 'postmark' | 'mailgun', BounceReader>> = {
  generic: readGeneric,
  postmark: readPostmark,
  mailgun: readMailgun,
};

/** The readers of the configured providers, by the path that each calls. */
export function openReaders(
  settings: WebhookSettings,
  outside: Outside,
): Outcome<ReadonlyMap<string, ReportReader>> {
  const faults: Failure[] = [];
  const readers = new Map<string, ReportReader>();
  for (const provider of ['generic', 'postmark', 'mailgun'] as const) {
    const place = `mail.webhooks.${provider}.secretFile`;
    const secret = readSecret(settings[provider]?.secretFile, place, faults);
    if (secret === '') faults.push(noSecret(place));
    if (secret === null) continue;
    const read = WITH_SECRET[provider];
    readers.set(`/${provider}`, async (request) => read(request, { secret, now: outside.now() }));
  }
  const { ses } = settings;
  if (ses !== undefined) readers.set('/ses', (request) => readSns(request, ses.topicArn, outside));
  if (readers.size === 0 && faults.length === 0) faults.push(noProvider());
  return faults.length > 0 ? failed(faults) : success(readers);
}

async function readSns(request: WebhookRequest, topicArn: string, outside: Outside) {
  const url = signingCertificateUrl(request, topicArn);
  const certificate = url === null ? null : await outside.certificate(url);
  if (certificate === null)
    return notSigned('ses', 'a report with the certificate of an Amazon host, which can be had');
  const trust = { certificate, topicArn };
  const address = readSubscription(request, trust);
  if (address === null) return readSes(request, trust);
  outside.onSubscription(address);
  return success([]);
}

function noSecret(place: string): Failure {
  return failure('mail', place, 'The secret is empty', {
    expected: 'a file with the secret that the provider has too',
    hint: 'Without one anybody could report.',
  });
}

function noProvider(): Failure {
  return failure('mail', 'mail.webhooks', 'No provider is configured to report to this address', {
    expected: 'generic, postmark, mailgun or ses',
    hint: 'Add mail.webhooks to the configuration; docs/mail.md says what each needs.',
  });
}
