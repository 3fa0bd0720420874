import { fetchFailure, type Fault, type FetchFailure } from './fetched.ts';
import { quote } from './raw-invoice.ts';

/** An answer that is not 200. */
interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

interface Meaning {
  readonly fault: Fault;
  readonly message: string;
  readonly retryable: boolean;
  readonly hint: string | null;
}

/** What to do about a key that is refused; says where it comes from and never what it is. */
export const KEY_HINT =
  'Set AMBERFLO_API_KEY, or fetch.apiKeyFile to a file with the key, to an API key of this account.';

const UNAUTHORIZED = { fault: 'unauthorized', retryable: false, hint: KEY_HINT } as const;

const MEANINGS: Readonly<Record<number, Meaning>> = {
  401: { ...UNAUTHORIZED, message: 'Amberflo does not know the API key' },
  403: { ...UNAUTHORIZED, message: 'The API key may not do this' },
  404: {
    fault: 'not-found',
    message: 'There is nothing at this address',
    retryable: false,
    hint: 'Check the customer and fetch.baseUrl.',
  },
  408: { fault: 'time-out', message: 'The request took too long', retryable: true, hint: null },
  429: {
    fault: 'rate-limited',
    message: 'Amberflo asks for fewer requests',
    retryable: true,
    hint: 'Lower fetch.concurrency, or go on later.',
  },
  504: {
    fault: 'time-out',
    message: 'Amberflo took too long for the answer',
    retryable: true,
    hint: 'Set fetch.list to paginated, or lower fetch.pageSize.',
  },
};

/** A failure that says what a status means here. */
export function describeStatus(place: string, { status, text, location }: Refusal): FetchFailure {
  const { message, ...rest } = MEANINGS[status] ?? meaningOf(status);
  const found = status >= 300 && status < 400 ? redirect(location) : `${status} ${wordsOf(text)}`;
  return fetchFailure(place, message, {
    ...rest,
    status,
    expected: 'status 200',
    found: found.trim(),
  });
}

function meaningOf(status: number): Meaning {
  if (status >= 500)
    return { fault: 'server', message: 'Amberflo failed', retryable: true, hint: 'Go on later.' };
  if (status >= 300 && status < 400) {
    const hint = 'Correct fetch.baseUrl; the key is not sent to another address.';
    return { fault: 'redirect', message: 'The answer points elsewhere', retryable: false, hint };
  }
  const hint = 'Check the customer and the period.';
  return { fault: 'refused', message: 'Amberflo refused the request', retryable: false, hint };
}

function redirect(location: string): string {
  return URL.canParse(location) ? `a redirect to ${new URL(location).host}` : 'a redirect';
}

/** The server's own words, from the forms that Amberflo and its gateway are known to use. */
function wordsOf(text: string): string {
  try {
    const { errorMessage, message, error } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const words = [errorMessage, message, error].find((word) => typeof word === 'string');
    return typeof words === 'string' ? quote(words) : '';
  } catch {
    const plain = text.trim();
    return plain === '' || plain.startsWith('<') ? '' : quote(plain);
  }
}
