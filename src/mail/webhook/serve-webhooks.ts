import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failed, failure, success, type Outcome } from '../../failure.ts';
import type { Bounce } from '../bounce.ts';
import type { WebhookRequest } from './webhook.ts';

/** Reads the reports of a provider, or says why they are not believed. */
export type ReportReader = (request: WebhookRequest) => Promise<Outcome<readonly Bounce[]>>;

/** Where reports come in, and what becomes of them. */
export interface WebhookOptions {
  readonly host: string;
  readonly port: number;
  /** By the path that a provider calls: `/postmark`. */
  readonly readers: ReadonlyMap<string, ReportReader>;
  /** Keep what was reported. False: not now, the provider shall come again. */
  readonly record: (bounces: readonly Bounce[]) => Promise<boolean>;
  /** Told of every report that was not kept. */
  readonly onRefused: (why: string) => void;
  /** Milliseconds that a request may take to come in. */
  readonly patience?: number;
}

/** A server that takes reports. */
export interface WebhookServer {
  readonly url: string;
  close(): Promise<void>;
}

/** More than any provider sends; Postmark may send the whole message along. */
const MOST_BYTES = 1024 * 1024;
const SECONDS = 1000;
const PATIENCE = 15 * SECONDS;

/** Anybody can connect, so everything that a connection may use is bounded. */
function limits(patience: number) {
  return {
    maxHeaderSize: 16 * 1024,
    headersTimeout: Math.min(10 * SECONDS, patience),
    requestTimeout: patience,
    keepAliveTimeout: 5 * SECONDS,
    connectionsCheckingInterval: Math.ceil(patience / 3),
  };
}

const MOST_CONNECTIONS = 64;

/** Take reports until it is closed; it speaks plain HTTP, for a proxy on the same machine that does TLS. */
export async function serveWebhooks(options: WebhookOptions): Promise<Outcome<WebhookServer>> {
  const server = createServer(limits(options.patience ?? PATIENCE), (request, response) => {
    void answer(request, response, options);
  });
  server.maxConnections = MOST_CONNECTIONS;
  const listening = await new Promise<Error | null>((done) => {
    server.once('error', done);
    server.listen(options.port, options.host, () => done(null));
  });
  if (listening !== null) return failed([unusable(options, listening)]);
  const { port } = server.address() as AddressInfo;
  const { host } = options;
  return success({
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      }),
  });
}

/** A status, and words where the provider's own log is to have some. */
interface Verdict {
  readonly status: number;
  readonly words: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebhookOptions,
): Promise<void> {
  const verdict = await judge(request, options).catch((error: unknown): Verdict => {
    options.onRefused(error instanceof Error ? error.message : String(error));
    return { status: 500, words: 'not kept' };
  });
  const again = verdict.status === 503 ? { 'retry-after': '60' } : {};
  const end = request.complete ? {} : { connection: 'close' };
  response.writeHead(verdict.status, { 'content-type': 'text/plain', ...again, ...end });
  response.end(`${verdict.words}\n`, () => {
    if (!request.complete) request.destroy();
  });
}

async function judge(request: IncomingMessage, options: WebhookOptions): Promise<Verdict> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const read = options.readers.get(path);
  if (read === undefined) return { status: 404, words: 'nothing here' };
  if (request.method !== 'POST') return { status: 405, words: 'POST only' };
  const body = await bodyOf(request);
  if (body === null) return { status: 413, words: 'too large' };
  const bounces = await read({ headers: headersOf(request), body });
  if (!bounces.ok) {
    for (const { place, message } of bounces.failures) options.onRefused(`${place}: ${message}`);
    return { status: 400, words: 'not believed' };
  }
  if (bounces.value.length === 0 || (await options.record(bounces.value)))
    return { status: 200, words: 'ok' };
  return { status: 503, words: 'come again' };
}

/** The body as text; null where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf({ headers }: IncomingMessage): WebhookRequest['headers'] {
  const single = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(single);
}

function unusable({ host, port }: WebhookOptions, { message: found }: Error) {
  return failure('mail', '--listen', 'The address cannot be listened on', {
    expected: 'a free port of this machine, such as 127.0.0.1:8025',
    found: `${host}:${port}: ${found}`,
    hint: 'End what uses it, or name another one.',
  });
}
