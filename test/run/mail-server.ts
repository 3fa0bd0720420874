import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message that the server took. */
export interface Accepted {
  readonly messageId: string;
  readonly sha256: string;
}

/** A mail server on this machine that takes everything and remembers it. */
export interface MailServer {
  readonly port: number;
  readonly accepted: Accepted[];
  close(): Promise<void>;
}

/** Start a mail server, on any free port unless one is named. */
export async function startMailServer(at = 0): Promise<MailServer> {
  const accepted: Accepted[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks);
        const messageId = /^message-id:\s*(\S+)/im.exec(text.toString('latin1'))?.[1] ?? '';
        accepted.push({ messageId, sha256: createHash('sha256').update(text).digest('hex') });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(at, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return { port, accepted, close: () => new Promise((done) => server.close(() => done())) };
}
