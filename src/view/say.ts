import { formatCount } from '../money/format-money.ts';
import type { MessageKey, PluralKey } from './message-keys.ts';
import type { Messages } from './messages.ts';

/** What a sentence's `{placeholders}` stand for. */
export type Values = Readonly<Record<string, string>>;

/** A word or sentence in the customer's language. */
export function say(messages: Messages, key: MessageKey, values: Values = {}): string {
  return fill(messages.words[key], values);
}

/** A sentence with a number, in the form that the language has for it; the number is its `{count}`. */
export function sayCount(messages: Messages, key: PluralKey, count: number): string {
  const { words, plurals, numbers, memo } = messages;
  const exact = own(words, `${key}.=${count}`);
  const category = memo(`plural:${count}`, () => plurals.select(count));
  const form = exact ?? own(words, `${key}.${category}`) ?? own(words, `${key}.other`);
  return fill(form ?? '', { count: formatCount(count, numbers) });
}

/** The word for a code of the source; null where there is none, so that unknown codes can print as they came. */
export function sayCode({ words }: Messages, prefix: string, code: string): string | null {
  return own(words, `${prefix}.${code}`);
}

const PLACEHOLDER_NAME = /^\w+$/;

/** Put values in the place of `{placeholders}`; what is not known stays as written. Values are never read again. */
export function fill(text: string, values: Values): string {
  let filled = '';
  let from = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    const name = text.slice(open + 1, close);
    const value = Object.hasOwn(values, name) && PLACEHOLDER_NAME.test(name) ? values[name] : null;
    if (value === undefined || value === null) continue;
    filled += text.slice(from, open) + value;
    from = close + 1;
    open = close;
  }
  return filled + text.slice(from);
}

/** A code of the source as words: `some_code` becomes `some code`. */
export function spell(code: string): string {
  return code.replaceAll('_', ' ');
}

function own(words: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
