import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAmberflo, type Amberflo, type AmberfloOptions } from '../../src/fetch/amberflo.ts';
import type { FetchFailure, FetchRecord, Fetched } from '../../src/fetch/fetched.ts';

/** What a server does with its n-th request, counted from 0. */
export type Script = (times: number, request: IncomingMessage, response: ServerResponse) => void;

/** A client before a scripted server, with what was seen of both. */
export interface Stage {
  readonly amberflo: Amberflo;
  readonly url: string;
  readonly asked: string[];
  readonly slept: number[];
  readonly records: FetchRecord[];
}

export const KEY = 'k-3f9a-very-secret-77';

const NOON = Date.UTC(2026, 10, 22, 12);

/** Play a script against a client whose clock stands still at noon and whose chance is always a half. */
export async function play(
  script: Script,
  act: (stage: Stage) => Promise<void>,
  options: Partial<AmberfloOptions> = {},
): Promise<void> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    script(asked.length - 1, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slept: number[] = [];
  const records: FetchRecord[] = [];
  const clock = {
    now: () => NOON,
    random: () => 0.5,
    sleep: (milliseconds: number) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  };
  const onRecord = (record: FetchRecord) => void records.push(record);
  const made = createAmberflo({ baseUrl: url, apiKey: KEY, clock, onRecord, ...options });
  if (!made.ok) throw new Error(JSON.stringify(made.failures));
  try {
    await act({ amberflo: made.value, url, asked, slept, records });
  } finally {
    server.closeAllConnections();
    server.close();
    await made.value.close();
  }
}

/** Answer with JSON, or with these very words. */
export function say(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Everything that a list gave: values and failures. */
export async function collect<T>(
  list: AsyncIterable<Fetched<T>>,
): Promise<{ readonly values: readonly T[]; readonly failures: readonly FetchFailure[] }> {
  const values: T[] = [];
  const failures: FetchFailure[] = [];
  for await (const one of list) {
    if (one.ok) values.push(one.value);
    else failures.push(...one.failures);
  }
  return { values, failures };
}

/** An invoice as far as fetching looks at it; it ended with October 2026. */
export function invoice(name: string, end = Date.UTC(2026, 10, 1) / 1000) {
  return { invoiceUri: name, invoiceEndTimeInSeconds: end, padding: name.repeat(300) };
}
