import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createComposer } from '../../src/mail/compose-delivery.ts';
import type { Delivery, MailTransport } from '../../src/mail/mail.ts';
import { openSmtp, type SmtpSecrets, type SmtpSettings } from '../../src/mail/smtp-transport.ts';
import { makeLetter } from './make-letter.ts';

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const nobody: SmtpSecrets = { user: null, password: null, authority: null };

function transport(
  port: number,
  given: Partial<SmtpSettings> = {},
  secrets = nobody,
): MailTransport {
  const made = openSmtp(
    {
      host: '127.0.0.1',
      port,
      security: 'none',
      connections: 1,
      timeoutSeconds: 1,
      ...given,
    } as SmtpSettings,
    secrets,
  );
  open.push(made);
  return made;
}

/** A mail server with these answers; it keeps the messages that it took. */
async function server(options: SMTPServerOptions): Promise<{ port: number; taken: string[] }> {
  const taken: string[] = [];
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('latin1'));
        callback(null);
      });
    },
    ...options,
  });
  made.on('error', () => {});
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise<void>((resolve) => made.close(resolve)) });
  return { port: portOf(made.server), taken };
}

function portOf(made: { address(): ReturnType<Server['address']> }): number {
  const address = made.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function delivery(recipient = 'ap@acme.example'): Promise<Delivery> {
  const letter = makeLetter();
  const compose = createComposer(
    { domain: undefined, bounceAddress: undefined, idempotencyHeader: undefined, headers: {} },
    null,
  );
  const made = await compose({ ...letter, identity: { ...letter.identity, recipient } });
  if (!made.ok) throw new Error('not composed');
  return made.value;
}

const refusal = (code: number, words: string) =>
  Object.assign(new Error(words), { responseCode: code });

test('a message that the server takes is sent, byte for byte', async () => {
  const { port, taken } = await server({});
  const one = await delivery();
  expect(await transport(port).send(one)).toMatchObject({
    kind: 'sent',
    response: expect.stringMatching(/^250/),
  });
  expect(taken[0]).toBe(Buffer.from(one.bytes).toString('latin1'));
});

test('refusals are told apart: later, never, and by recipient', async () => {
  const { port, taken } = await server({
    onRcptTo: ({ address }, _session, callback) => {
      const answers = new Map([
        ['full@acme.example', refusal(452, 'mailbox full')],
        ['gone@acme.example', refusal(550, 'no such user')],
      ]);
      callback(answers.get(address) ?? null);
    },
  });
  const pool = transport(port);
  expect(await pool.send(await delivery('full@acme.example'))).toMatchObject({
    kind: 'deferred',
    code: 452,
  });
  expect(await pool.send(await delivery('gone@acme.example'))).toMatchObject({
    kind: 'failed',
    code: 550,
  });
  expect(await pool.send(await delivery())).toMatchObject({ kind: 'sent' });
  expect(taken).toHaveLength(1);
});

test('a message refused after its last byte is deferred or failed, as the server says', async () => {
  const answer = (code: number) =>
    server({
      onData: (stream, _session, callback) => {
        stream.resume().on('end', () => callback(refusal(code, 'no')));
      },
    });
  const [later, never] = [await answer(451), await answer(554)];
  expect(await transport(later.port).send(await delivery())).toMatchObject({
    kind: 'deferred',
    code: 451,
  });
  expect(await transport(never.port).send(await delivery())).toMatchObject({
    kind: 'failed',
    code: 554,
  });
});

/** A server that says what a script says, then cuts the connection or falls silent. */
async function scripted(
  after: 'greeting' | 'rcpt' | 'data',
  end: 'cut' | 'silence',
): Promise<{ port: number; connections: () => number }> {
  const sockets: Socket[] = [];
  const made = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    const stop = () => {
      if (end === 'cut') socket.destroy();
    };
    if (after === 'greeting') stop();
    if (after === 'greeting') return;
    socket.write('220 test\r\n');
    let inData = false;
    socket.on('data', (chunk) => {
      for (const line of chunk.toString('latin1').split('\r\n').filter(Boolean)) {
        if (inData) {
          if (line === '.') stop();
        } else if (/^DATA/i.test(line)) {
          if (after === 'rcpt') {
            stop();
            return;
          }
          inData = true;
          socket.write('354 go on\r\n');
        } else if (/^EHLO/i.test(line)) socket.write('250 test\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      made.close();
    },
  });
  return { port: portOf(made), connections: () => sockets.length };
}

test('a connection cut, or silence, after the message is uncertain, and the message is not sent again', async () => {
  for (const end of ['cut', 'silence'] as const) {
    const { port, connections } = await scripted('data', end);
    expect(await transport(port).send(await delivery()), end).toMatchObject({ kind: 'uncertain' });
    expect(connections()).toBe(1);
  }
});

test('a connection cut, or silence, before the message is no doubt: nobody has it', async () => {
  for (const end of ['cut', 'silence'] as const) {
    const { port } = await scripted('rcpt', end);
    expect(await transport(port).send(await delivery()), end).toMatchObject({
      kind: 'unreachable',
    });
  }
  const { port } = await scripted('greeting', 'silence');
  expect(await transport(port).send(await delivery())).toMatchObject({ kind: 'unreachable' });
});

test('a server that is not there is unreachable, and the message says what to do', async () => {
  expect(await transport(9).send(await delivery())).toMatchObject({
    kind: 'unreachable',
    failure: { place: '127.0.0.1:9', hint: expect.stringContaining('mail.smtp') },
  });
});

test('a wrong password is no fault of the message, and is in no failure', async () => {
  const { port } = await server({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(refusal(535, 'wrong')),
  });
  const result = await transport(
    port,
    {},
    { user: 'u', password: 'pass-word-7', authority: null },
  ).send(await delivery());
  expect(result).toMatchObject({
    kind: 'unreachable',
    failure: { hint: expect.stringContaining('PLATEN_SMTP_PASSWORD') },
  });
  expect(JSON.stringify(result)).not.toContain('pass-word-7');
});

test('a sender that the server does not take stops the run instead of failing every invoice', async () => {
  const { port } = await server({
    onMailFrom: (_from, _session, callback) => callback(refusal(553, 'not yours')),
  });
  expect(await transport(port).send(await delivery())).toMatchObject({
    kind: 'unreachable',
    failure: { hint: expect.stringContaining('mail.from') },
  });
});

/** A self-signed certificate for 127.0.0.1. */
function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'platen-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=127.0.0.1',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
    ],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

test('a certificate that is not trusted is an error; one of a named authority is not', async () => {
  const { key, cert } = certificate();
  for (const security of ['tls', 'starttls'] as const) {
    const { port, taken } = await server({
      key,
      cert,
      secure: security === 'tls',
      disabledCommands: [],
    });
    const distrusting = await transport(port, { security }).send(await delivery());
    expect(distrusting, security).toMatchObject({
      kind: 'unreachable',
      failure: { hint: expect.stringContaining('certificate') },
    });
    expect(taken).toHaveLength(0);
    const trusting = transport(port, { security }, { ...nobody, authority: cert });
    expect(await trusting.send(await delivery()), security).toMatchObject({ kind: 'sent' });
  }
});

test('without encryption on offer nothing is sent', async () => {
  const { port, taken } = await server({});
  expect(await transport(port, { security: 'starttls' }).send(await delivery())).toMatchObject({
    kind: 'unreachable',
  });
  expect(taken).toHaveLength(0);
});
