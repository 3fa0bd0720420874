import { andThen, success, type Outcome } from '../failure.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';

/** The value of an element’s bytes, by the same rule for numbers as a whole text; messages count lines from its own start. */
export function parseElement(bytes: Uint8Array, origin: string): Outcome<unknown> {
  return andThen(decodeText(bytes, origin), (text) => parseJson(text, origin));
}

/** The value of what stands around the elements; nothing at all is undefined. */
export function parseAround(bytes: Uint8Array, origin: string): Outcome<unknown> {
  return andThen(decodeText(bytes, origin), (text) =>
    /\S/.test(text) ? parseJson(text, origin) : success(undefined),
  );
}
