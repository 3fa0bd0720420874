import * as z from 'zod';

/** Addresses that need no quoting, one `@`; domains and names in any script. */
const PLAIN_ADDRESS =
  /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@/]{1,253}$/u;

/** An e-mail address that can stand in a header and an envelope as it is. */
export function isMailAddress(text: string): boolean {
  const [local = '', domain = ''] = text.split('@');
  const dots = [local, domain].some(
    (part) => part.startsWith('.') || part.endsWith('.') || part.includes('..'),
  );
  return PLAIN_ADDRESS.test(text) && !dots;
}

/** An e-mail address of the configuration. */
export const mailAddress = z.string().refine(isMailAddress, 'an e-mail address');
/** Headers that the message itself sets. */
const RESERVED =
  /^(?:from|sender|reply-to|to|cc|bcc|subject|date|message-id|return-path|received|dkim-signature|mime-version|content-.*)$/i;

const headerName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'a header name of letters, digits and hyphens')
  .refine((name) => !RESERVED.test(name), 'a header that the message does not set itself');
const headerValue = z
  .string()
  .max(900)
  .regex(/^[\x20-\x7e]*$/, 'one line of ASCII text');

/** Keys under `mail` that every level of the configuration may set. */
const letterShape = {
  send: z.boolean().optional().describe('Send invoices by mail. Default: true.'),
  from: mailAddress
    .optional()
    .describe('Address of the sender. Default: the seller’s e-mail address.'),
  fromName: z
    .string()
    .max(200)
    .optional()
    .describe('Name of the sender. Default: the seller’s name.'),
  replyTo: mailAddress.optional().describe('Address for answers. Default: the sender’s.'),
  cc: z.array(mailAddress).max(50).optional().describe('Addresses that get a copy, seen by all.'),
  bcc: z.array(mailAddress).max(50).optional().describe('Addresses that get a copy unseen.'),
  attach: z
    .array(z.enum(['pdf', 'xml', 'csv']))
    .optional()
    .describe('Files to attach, where the invoice has them. Default: the PDF.'),
} as const;

/** What a mail of one customer looks like from outside. */
export const letterSchema = z.strictObject(letterShape);

const smtp = z.strictObject({
  host: z.string().min(1).describe('Mail server that takes the messages.'),
  port: z
    .int()
    .min(1)
    .max(65535)
    .optional()
    .describe('Its port. Default: 587, with `tls` 465, with `none` 25.'),
  security: z
    .enum(['starttls', 'tls', 'none'])
    .default('starttls')
    .describe(
      'Encryption; `none` sends in the clear, for a server on the same machine. Default: starttls.',
    ),
  authority: z
    .string()
    .optional()
    .describe('File with certificates (PEM) of an authority of your own.'),
  userFile: z
    .string()
    .optional()
    .describe('File that holds the user name. Default: the variable PLATEN_SMTP_USER.'),
  passwordFile: z
    .string()
    .optional()
    .describe('File that holds the password. Default: the variable PLATEN_SMTP_PASSWORD.'),
  connections: z.int().min(1).max(50).default(5).describe('Connections at once. Default: 5.'),
  perSecond: z
    .number()
    .positive()
    .max(10_000)
    .optional()
    .describe('Most messages a second, by all workers of a ledger together. Default: no limit.'),
  timeoutSeconds: z
    .number()
    .positive()
    .max(3600)
    .default(60)
    .describe('Longest silence of the server. Default: 60.'),
});

const dkim = z.strictObject({
  domain: z.string().min(1).describe('Domain that signs.'),
  selector: z.string().min(1).describe('Selector of the key in the DNS.'),
  keyFile: z.string().min(1).describe('File with the private RSA key (PEM).'),
});

const secretFile = z.strictObject({
  secretFile: z
    .string()
    .min(1)
    .describe(
      'File with the secret: signing key, or `user:password` of the address that Postmark calls.',
    ),
});

const webhooks = z.strictObject({
  generic: secretFile.optional().describe('Reports in Platen’s own form, at /generic.'),
  postmark: secretFile.optional().describe('Reports of Postmark, at /postmark.'),
  mailgun: secretFile.optional().describe('Reports of Mailgun, at /mailgun.'),
  ses: z
    .strictObject({
      topicArn: z.string().min(1).describe('The only SNS topic that is believed.'),
    })
    .optional()
    .describe('Reports of Amazon SES by way of SNS, at /ses.'),
});

/** How mail is sent, and what mails look like where no other level says otherwise. */
export const mailSchema = z
  .strictObject({
    ...letterShape,
    transport: z
      .enum(['file', 'smtp'])
      .default('file')
      .describe('`file` writes `.eml` files into the outbox; `smtp` sends. Default: file.'),
    outbox: z
      .string()
      .min(1)
      .default('output/outbox')
      .describe('Folder for `file`. Default: output/outbox.'),
    smtp: smtp.optional().describe('Mail server for `"transport": "smtp"`.'),
    dkim: dkim
      .optional()
      .describe('Signature of the messages, where the mail server does not sign.'),
    domain: z
      .string()
      .regex(/^[A-Za-z0-9.-]+$/, 'a domain name')
      .optional()
      .describe('Domain of Message-IDs. Default: the one of the sender’s address.'),
    bounceAddress: mailAddress
      .optional()
      .describe(
        'Mailbox for bounces: `bounces@example.com` is used as `bounces+KEY@example.com`. Default: the sender.',
      ),
    webhooks: webhooks
      .prefault({})
      .describe('Providers whose reports `platen bounces --listen` takes.'),
    idempotencyHeader: headerName
      .optional()
      .describe(
        'Header by which the mail server knows a message again, such as `Resend-Idempotency-Key`.',
      ),
    headers: z
      .record(headerName, headerValue)
      .default({})
      .describe('More headers; {key} in a value is the delivery’s key.'),
    uncertain: z
      .enum(['resend', 'hold'])
      .default('resend')
      .describe(
        'What to do with a message that the server may have: send it again with the same Message-ID, or hold it for a person. Default: resend.',
      ),
    zeroAmounts: z
      .boolean()
      .default(false)
      .describe('Mail invoices with nothing to pay. Default: false.'),
    testCustomers: z
      .array(z.string())
      .default([])
      .describe('Ids of customers that never get mail.'),
  })
  .refine(({ transport, smtp: server }) => transport !== 'smtp' || server !== undefined, {
    error: 'smtp.host, as the transport is smtp',
    path: ['smtp'],
  });

/** How mail is sent, with defaults in place of what was left out. */
export type MailSettings = z.output<typeof mailSchema>;
