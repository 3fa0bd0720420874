import Handlebars from 'handlebars';
import { BETWEEN_LANGUAGES, type InvoiceView } from '../view/invoice-view.ts';
import { cssString, cssValue } from './css-text.ts';

/** What a helper takes and gives, for checking; `text` arguments are fields or strings. */
export interface HelperShape {
  readonly arguments: readonly ('text' | 'any' | 'list' | 'record')[];
  readonly gives: 'text' | 'flag' | 'block';
  /** Takes `name=value` pairs. */
  readonly named: boolean;
}

/** The closed list of helpers; a template that names another one does not compile. */
export const HELPERS: ReadonlyMap<string, HelperShape> = new Map<string, HelperShape>([
  ['if', { arguments: ['any'], gives: 'block', named: false }],
  ['unless', { arguments: ['any'], gives: 'block', named: false }],
  ['each', { arguments: ['list'], gives: 'block', named: false }],
  ['with', { arguments: ['record'], gives: 'block', named: false }],
  ['eq', { arguments: ['text', 'text'], gives: 'flag', named: false }],
  ['message', { arguments: ['text'], gives: 'text', named: true }],
  ['bilingual', { arguments: ['text'], gives: 'text', named: false }],
  ['cssString', { arguments: ['text'], gives: 'text', named: false }],
  ['cssValue', { arguments: ['text'], gives: 'text', named: false }],
]);

/** Helpers whose result may stand inside a style element. */
export const CSS_HELPERS: ReadonlySet<string> = new Set(['cssString', 'cssValue']);

/** What a helper is called with beside its arguments. */
export interface CallOptions {
  /** The whole view. */
  readonly root: unknown;
  /** The `name=value` pairs of the call. */
  readonly named: Readonly<Record<string, unknown>>;
}

/** A helper that gives a value; blocks are not among them. */
type Helper = (values: readonly unknown[], options: CallOptions) => unknown;

/** What the helpers do that give a text or a flag. */
export const HELPER_FUNCTIONS: ReadonlyMap<string, Helper> = new Map<string, Helper>([
  ['eq', ([a, b]) => a === b],
  ['message', sayMessage],
  ['bilingual', markSecond],
  ['cssString', ([text]) => new Handlebars.SafeString(cssString(String(text)))],
  ['cssValue', ([text]) => new Handlebars.SafeString(cssValue(String(text)))],
]);

const PLACEHOLDER = /\{(\w+)\}/g;

/** A word of the view's language with its `{placeholders}` filled; escaped like any other text. */
function sayMessage([key]: readonly unknown[], { root, named }: CallOptions): string {
  const { messages } = root as { readonly messages: Record<string, string> };
  const word = typeof key === 'string' && Object.hasOwn(messages, key) ? messages[key] : '';
  if (word?.includes('{') !== true) return word ?? '';
  return word.replaceAll(PLACEHOLDER, (written, name: string) =>
    Object.hasOwn(named, name) ? String(named[name]) : written,
  );
}

/** A label with the words of the second language in an element of their own, so that they can be quieter. */
function markSecond([label]: readonly unknown[], { root }: CallOptions): unknown {
  const text = String(label);
  const { locale, direction } = (root as Pick<InvoiceView, 'second'>).second;
  const at = text.indexOf(BETWEEN_LANGUAGES);
  if (locale === '' || at < 0) return text;
  const escape = Handlebars.escapeExpression;
  const second = escape(text.slice(at + BETWEEN_LANGUAGES.length));
  return new Handlebars.SafeString(
    `${escape(text.slice(0, at))}<span class="second"><span class="slash">${BETWEEN_LANGUAGES}</span>` +
      `<span lang="${escape(locale)}" dir="${direction}">${second}</span></span>`,
  );
}
