import { request, type Dispatcher } from 'undici';
import type { FetchFailure } from './fetched.ts';
import { describeTrouble } from './describe-trouble.ts';
import { describeStatus } from './describe-status.ts';
import type { Link } from './link.ts';
import { withoutSecret } from './without-secret.ts';

/** Most of an error's body that is read for its message. */
const MOST_OF_ERROR = 64 * 1024;

/** An answer with status 200 whose body is still to come. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Dispatcher.ResponseData['body'];
}

/** One attempt: an answer, or why there was none and how long the server asks to wait. */
export type Attempt =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly failure: FetchFailure; readonly retryAfter: string | null };

/** Ask once for a path with its query. Failures are values; no redirect is followed. */
export async function ask(link: Link, path: string): Promise<Attempt> {
  const place = placeOf(link, path);
  try {
    const response = await request(urlOf(link, path), {
      dispatcher: link.dispatcher,
      headers: { 'x-api-key': link.apiKey, accept: 'application/json' },
      headersTimeout: link.timeouts.headers,
      bodyTimeout: link.timeouts.body,
      signal: AbortSignal.timeout(link.timeouts.total),
    });
    return await judge(link, place, response);
  } catch (error) {
    return { ok: false, failure: trouble(link, place, error), retryAfter: null };
  }
}

/** The URL of a request as messages and records name it. */
export function placeOf(link: Link, path: string): string {
  return withoutSecret(urlOf(link, path).href, link.apiKey);
}

/** What an error of the connection or of a body cut short means. */
export function trouble(link: Link, place: string, error: unknown): FetchFailure {
  return describeTrouble(place, error, (text) => withoutSecret(text, link.apiKey));
}

function urlOf({ baseUrl }: Link, path: string): URL {
  return new URL(baseUrl.href.replace(/\/$/, '') + path);
}

async function judge(
  link: Link,
  place: string,
  response: Dispatcher.ResponseData,
): Promise<Attempt> {
  const { statusCode: status, headers, body } = response;
  const contentType = headerOf(headers, 'content-type') ?? '';
  if (status === 200) return { ok: true, answer: { status, contentType, body } };
  const text = withoutSecret(await startOf(body), link.apiKey);
  const location = withoutSecret(headerOf(headers, 'location') ?? '', link.apiKey);
  const failure = describeStatus(place, { status, text, location });
  return { ok: false, failure, retryAfter: headerOf(headers, 'retry-after') };
}

/** The beginning of a body; an error within it ends it. */
async function startOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      parts.push(chunk);
      size += chunk.length;
      if (size > MOST_OF_ERROR) break;
    }
  } catch {
    // The status says enough.
  }
  return Buffer.concat(parts).toString('utf8').slice(0, MOST_OF_ERROR);
}

function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
