import { formatCount } from '../money/format-money.ts';
import type { MessageKey, PluralKey } from './message-keys.ts';
import type { Messages } from './messages.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

/** What a sentence's `{placeholders}` stand for. */
export type Values = Readonly<Record<string, string>>;

/** A word or sentence in the customer's language. */
export function say(messages: Messages, key: MessageKey, values: Values = {}): string {
  return fill(messages.words[key], values);
}

/** A sentence with a number, in the form that the language has for it; the number is its `{count}`. */
export function sayCount(messages: Messages, key: PluralKey, count: number): string {
  const { words, plurals, numbers } = messages;
  const exact = own(words, `${key}.=${count}`);
  const form = exact ?? own(words, `${key}.${plurals.select(count)}`) ?? own(words, `${key}.other`);
  return fill(form ?? '', { count: formatCount(count, numbers) });
}

/** The word for a code of the source; null where there is none, so that unknown codes can print as they came. */
export function sayCode({ words }: Messages, prefix: string, code: string): string | null {
  return own(words, `${prefix}.${code}`);
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

function own(words: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
