import { failed, failure, success, type Outcome } from '../failure.ts';
import { KEY_HINT } from './describe-status.ts';

/** The key as a header may carry it; messages never show it. */
export function checkApiKey(text: string): Outcome<string> {
  const key = text.trim();
  if (key === '') return failed([wrong('There is no API key', 'nothing')]);
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > 4096)
    return failed([
      wrong('The API key has characters that no key has', `${key.length} characters`),
    ]);
  return success(key);
}

function wrong(message: string, found: string) {
  const details = { expected: 'one word of ASCII characters', found, hint: KEY_HINT };
  return failure('fetch', 'AMBERFLO_API_KEY', message, details);
}
