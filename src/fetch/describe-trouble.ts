import { fetchFailure, type Fault, type FetchFailure } from './fetched.ts';

interface Meaning {
  readonly fault: Fault;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
}

const LATER = 'Go on later; what is done is kept.';
const REACH = 'Check the network, the proxy and fetch.baseUrl.';
const SLOW = 'Go on later, or raise fetch.timeouts.';
const CERTIFICATE: Meaning = {
  fault: 'refused',
  message: 'The certificate of the server cannot be trusted',
  hint: 'Check fetch.baseUrl; a company’s own authority is added by NODE_EXTRA_CA_CERTS.',
  retryable: false,
};

const slow = (message: string): Meaning => ({
  fault: 'time-out',
  message,
  hint: SLOW,
  retryable: true,
});
const cut = (message: string): Meaning => ({ fault: 'cut', message, hint: LATER, retryable: true });
const away = (message: string): Meaning => ({
  fault: 'unreachable',
  message,
  hint: REACH,
  retryable: true,
});

/** Codes of Node and undici. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  UND_ERR_CONNECT_TIMEOUT: slow('No connection came about in time'),
  UND_ERR_HEADERS_TIMEOUT: slow('No answer came in time'),
  UND_ERR_BODY_TIMEOUT: slow('The answer stopped coming'),
  TimeoutError: slow('The answer took too long as a whole'),
  UND_ERR_SOCKET: cut('The connection was cut'),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: cut('The answer is shorter or longer than announced'),
  ECONNRESET: cut('The connection was cut'),
  EPIPE: cut('The connection was cut'),
  HPE_INVALID_CHUNK_SIZE: cut('The answer was garbled'),
  ECONNREFUSED: away('Nothing answers at this address'),
  ENOTFOUND: away('There is no such host'),
  EAI_AGAIN: away('The name of the host could not be looked up'),
  EHOSTUNREACH: away('The host is out of reach'),
  ENETUNREACH: away('The network is out of reach'),
  ETIMEDOUT: slow('No connection came about in time'),
  CERT_HAS_EXPIRED: CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
};

/** What an error of the connection means; `clean` takes secrets out of its words. */
export function describeTrouble(
  place: string,
  error: unknown,
  clean: (text: string) => string,
): FetchFailure {
  const { code, words } = nameOf(error);
  const { message, ...rest } = MEANINGS[code] ?? cut('The connection failed');
  const found = clean(words === '' ? code : `${code}: ${words}`).slice(0, 200);
  return fetchFailure(place, message, { ...rest, expected: 'a whole answer', found });
}

/** The innermost code of an error, and its words. */
function nameOf(error: unknown): { readonly code: string; readonly words: string } {
  if (!(error instanceof Error)) return { code: 'error', words: String(error) };
  const { code, cause } = error as Error & { readonly code?: unknown };
  if (typeof code === 'string' && MEANINGS[code] !== undefined)
    return { code, words: error.message };
  if (cause instanceof Error) return nameOf(cause);
  return { code: typeof code === 'string' ? code : error.name, words: error.message };
}
