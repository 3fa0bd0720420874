import { failed, failure, success, type Outcome } from '../failure.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** The address that paths are added to: https, or http on this machine; without user, query or fragment. */
export function readBaseUrl(text: string): Outcome<URL> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return wrong('an address such as https://app.amberflo.io', text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return wrong('an address without user, password, query and fragment', url.host);
  const secure = url.protocol === 'https:';
  if (!secure && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return wrong('an address that begins with https://', `${url.protocol}//${url.host}`);
  return success(url);
}

function wrong(expected: string, found: string): Outcome<never> {
  const hint =
    'Correct fetch.baseUrl; http:// is for this machine only, because the key would travel readable.';
  return failed([
    failure('fetch', 'fetch.baseUrl', 'The address of the API cannot be used', {
      expected,
      found: found.slice(0, 80),
      hint,
    }),
  ]);
}
