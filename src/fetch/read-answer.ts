import { createHash } from 'node:crypto';
import type { Failure } from '../failure.ts';
import { trouble, type Answer } from './ask.ts';
import { fetchFailure, type FetchFailure } from './fetched.ts';
import type { Link } from './link.ts';
import { parseAround, parseElement } from './parse-piece.ts';
import { LARGEST_INVOICE, tooLargeInvoice } from './largest-invoice.ts';
import { splitList } from './split-list.ts';
import { holdsSecret, withoutSecret } from './without-secret.ts';

/** One element of an answer's list, parsed, and to the byte as it came. */
export interface Element {
  readonly body: unknown;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly path: string;
  readonly warnings: readonly Failure[];
}

/** What stood around the list, and what the whole body was. */
export interface Whole {
  /** The body with an empty list in place of the elements; undefined for an empty body. */
  readonly around: unknown;
  readonly bytes: Uint8Array;
  readonly warnings: readonly Failure[];
  readonly size: number;
  readonly sha256: string;
  readonly elements: number;
}

/** A part of an answer, in the order they come; the last one is `whole` or `failure`. */
export type Part =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'whole'; readonly whole: Whole }
  | { readonly kind: 'failure'; readonly failure: FetchFailure };

/** What is known of the answer that is read. */
export interface Reading {
  readonly link: Link;
  readonly place: string;
  /** Fields whose list is split, as an outermost list always is. */
  readonly keys: readonly string[];
}

/** Read an answer's body as it comes: each element of its list, then what stood around it. Never throws. */
export async function* readAnswer(answer: Answer, reading: Reading): AsyncGenerator<Part> {
  const { link, place } = reading;
  try {
    yield* partsOf(answer, reading);
  } catch (error) {
    yield { kind: 'failure', failure: trouble(link, place, error) };
  }
}

async function* partsOf(answer: Answer, reading: Reading): AsyncGenerator<Part> {
  const hash = createHash('sha256');
  let [size, elements] = [0, 0];
  const counted = async function* () {
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  const pieces = splitList(counted(), { keys: reading.keys, ...LARGEST_INVOICE });
  for await (const piece of pieces) {
    if (piece.kind === 'too-large')
      return yield {
        kind: 'failure',
        failure: tooLarge(`${reading.place}#[${elements}]`, piece.of),
      };
    const { bytes } = piece;
    const path = piece.kind === 'element' ? `${piece.key}[${elements}]` : '$';
    const parsed =
      piece.kind === 'element'
        ? parseElement(bytes, `${reading.place}#${path}`)
        : parseAround(bytes, reading.place);
    if (!parsed.ok)
      return yield {
        kind: 'failure',
        failure: unreadable(bytes, { ...reading, answer }, parsed.failures),
      };
    const { value: body, warnings } = parsed;
    if (piece.kind === 'element') {
      elements += 1;
      yield { kind: 'element', element: { body, bytes, sha256: sha256Of(bytes), path, warnings } };
    } else {
      const sha256 = hash.digest('hex');
      yield { kind: 'whole', whole: { around: body, bytes, warnings, size, sha256, elements } };
    }
  }
}

/** The SHA-256 of bytes in hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The reason is quoted from the body, cut to its length, so a body with the key in it is not quoted at all. */
function unreadable(
  bytes: Uint8Array,
  { link, place, answer }: Reading & { readonly answer: Answer },
  failures: readonly Failure[],
): FetchFailure {
  const { status, contentType } = answer;
  const why = failures[0];
  const quoted = holdsSecret(Buffer.from(bytes).toString('utf8'), link.apiKey) ? null : why?.found;
  const type = withoutSecret(contentType, link.apiKey).slice(0, 100);
  const found = [quoted, type === '' ? 'no content type' : `content type ${type}`];
  return fetchFailure(place, `${why?.message ?? 'The body cannot be read'} (status ${status})`, {
    fault: 'wrong-body',
    status,
    retryable: true,
    expected: why?.expected ?? 'JSON',
    found: found.filter(Boolean).join(', '),
    hint: why?.hint ?? 'Go on later.',
  });
}

function tooLarge(place: string, of: 'bytes' | 'values'): FetchFailure {
  const [message, details] = tooLargeInvoice(of);
  return fetchFailure(place, message, { fault: 'too-large', ...details });
}
