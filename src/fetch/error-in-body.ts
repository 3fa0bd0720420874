import { KEY_HINT } from './describe-status.ts';
import { fetchFailure, type FetchFailure } from './fetched.ts';
import type { Link } from './link.ts';
import { describeFound, quote } from './raw-invoice.ts';
import { holdsSecret, withoutSecret } from './without-secret.ts';

const ERROR_FIELDS = ['errorMessage', 'message', 'error'];

/** Fields of what is asked for one by one. */
const OWN_FIELDS = ['invoiceUri', 'customerId'];

/** Words that say the key is wrong, whatever the status. */
const KEY_WORDS = /unauthori[sz]ed|forbidden|not authori[sz]ed|api.?key/i;

/**
 * The failure that a body with status 200 is, when an error stands in place of what was asked for; null where none does.
 * `keys` are the fields that hold the list, where a list was asked for; without them it is one thing.
 */
export function errorInBody(
  body: unknown,
  keys: readonly string[],
  { link, place }: { readonly link: Link; readonly place: string },
): FetchFailure | null {
  if (body === undefined || body === null || Array.isArray(body)) return null;
  const fields = typeof body === 'object' ? (body as Readonly<Record<string, unknown>>) : {};
  const known = keys.length > 0 ? keys : OWN_FIELDS;
  if (known.some((field) => Object.hasOwn(fields, field))) return null;
  const field = ERROR_FIELDS.find((name) => Object.hasOwn(fields, name) && fields[name] !== null);
  if (field !== undefined) {
    const words = wordsOf(fields[field]);
    return wrong(
      place,
      `${field}: ${quote(withoutSecret(words, link.apiKey))}`,
      KEY_WORDS.test(words),
    );
  }
  const isNothing = typeof body === 'object' && Object.keys(body).length === 0;
  if (isNothing) return null;
  const tells = holdsSecret(wordsOf(body), link.apiKey);
  return wrong(place, tells ? 'something with the API key in it' : describeFound(body));
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function wrong(place: string, found: string, key = false): FetchFailure {
  return fetchFailure(place, 'Amberflo answered with an error instead of what was asked for', {
    fault: key ? 'unauthorized' : 'wrong-body',
    status: 200,
    retryable: !key,
    expected: 'a list or an object',
    found,
    hint: key ? KEY_HINT : 'Go on later.',
  });
}
