import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { DEMO_ACCOUNT, type Account } from './account.ts';
import { answer, type FakeAnswer } from './answer.ts';
import { delayOf, faultOf, NO_FAULTS, type Fault, type Faults } from './faults.ts';

/** What is served, and how badly. Everything may be left out. */
export interface FakeOptions {
  readonly account?: Account;
  readonly faults?: Faults;
  /** The key that requests have to bring. */
  readonly apiKey?: string;
  /** 0 for any that is free. */
  readonly port?: number;
}

/** A make-believe Amberflo on this machine. */
export interface FakeAmberflo {
  readonly url: string;
  readonly apiKey: string;
  /** Requests so far, and those that went wrong on purpose. */
  readonly counts: { readonly requests: number; readonly faults: number };
  close(): Promise<void>;
}

/** The key of the make-believe account. It opens nothing else. */
export const FAKE_KEY = 'make-believe-key-of-the-demo';

/** What a server keeps while it runs. */
interface Service {
  readonly account: Account;
  readonly faults: Faults;
  readonly apiKey: string;
  /** How often each path was asked for. */
  readonly asked: Map<string, number>;
  readonly counts: { requests: number; faults: number };
}

/** Serve the API of a make-believe account, on loopback only. Rejects where the port is taken. */
export async function serveAmberflo(options: FakeOptions = {}): Promise<FakeAmberflo> {
  const { account = DEMO_ACCOUNT, faults = NO_FAULTS, apiKey = FAKE_KEY, port = 0 } = options;
  const counts = { requests: 0, faults: 0 };
  const service: Service = { account, faults, apiKey, asked: new Map(), counts };
  const server = createServer((request, response) => {
    respond(service, request, response).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    counts,
    close,
  };
}

async function respond(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { account, faults, asked, counts } = service;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  counts.requests += 1;
  if (request.headers['x-api-key'] !== service.apiKey)
    return json(response, 401, { message: 'Unauthorized' });
  if (request.method !== 'GET') return json(response, 405, { message: 'Method Not Allowed' });
  const path = url.pathname + url.search;
  const times = asked.get(path) ?? 0;
  asked.set(path, times + 1);
  const delay = delayOf(faults, path, times);
  if (delay > 0) await wait(delay);
  const fault = faultOf(faults, path, times);
  if (fault === null) return write(response, answer(account, url));
  counts.faults += 1;
  return fail(fault, faults, response, answer(account, url));
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function write(response: ServerResponse, said: FakeAnswer): Promise<void> {
  if (said.kind === 'value') return json(response, said.status, said.value);
  response.writeHead(200, { 'content-type': 'application/json' });
  if (said.kind === 'list') await writeList(response, said);
  response.end();
}

/** Element by element, no faster than the reader takes them. */
async function writeList(
  response: ServerResponse,
  { before, elements, after }: FakeAnswer & { kind: 'list' },
): Promise<void> {
  response.write(before);
  let separator = '';
  for (const element of elements) {
    const more = response.write(separator + JSON.stringify(element));
    separator = ',';
    if (!more) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    if (response.destroyed) return;
  }
  response.write(after);
}

const HTML = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

function fail(fault: Fault, faults: Faults, response: ServerResponse, said: FakeAnswer): void {
  switch (fault) {
    case 'too-many-requests': {
      if (faults.retryAfter !== null) response.setHeader('retry-after', `${faults.retryAfter}`);
      return json(response, 429, { message: 'Too Many Requests' });
    }
    case 'gateway-timeout':
      return json(response, 504, { message: 'Endpoint request timed out' });
    case 'server-error':
      return json(response, 500, { errorMessage: 'Internal server error' });
    case 'error-in-body':
      return json(response, 200, { message: 'Internal server error' });
    case 'html': {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(HTML);
      return;
    }
    case 'not-json': {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(startOf(said));
      return;
    }
    case 'cut': {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(startOf(said), () => response.destroy());
      return;
    }
    case 'silent':
      return;
  }
}

/** The first two thirds of an answer. */
function startOf(said: FakeAnswer): string {
  const text =
    said.kind === 'list'
      ? `${said.before}${[...said.elements].map((one) => JSON.stringify(one)).join(',')}${said.after}`
      : said.kind === 'value'
        ? (JSON.stringify(said.value) ?? '')
        : '{"mess';
  return text.slice(0, Math.floor((text.length * 2) / 3));
}
