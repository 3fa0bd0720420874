import type { MessageKey } from './message-keys.ts';
import type { Messages } from './messages.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

/** What a sentence's `{placeholders}` stand for. */
export type Values = Readonly<Record<string, string>>;

/** A word or sentence in the customer's language. */
export function say(messages: Messages, key: MessageKey, values: Values = {}): string {
  return fill(messages.words[key], values);
}

/** The word for a code of the source; null where there is none, so that unknown codes can print as they came. */
export function sayCode(messages: Messages, prefix: string, code: string): string | null {
  const key = `${prefix}.${code}`;
  return Object.hasOwn(messages.words, key) ? (messages.words[key] ?? null) : null;
}

/** Put values in the place of `{placeholders}`; what is not known stays as written. Values are never read again. */
export function fill(text: string, values: Values): string {
  return text.replace(PLACEHOLDER, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? written) : written,
  );
}

/** A code of the source as words: `some_code` becomes `some code`. */
export function spell(code: string): string {
  return code.replaceAll('_', ' ');
}
