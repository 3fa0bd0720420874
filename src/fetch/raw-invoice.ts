/** One invoice as it came, untrusted, with the place it came from. */
export interface RawInvoice {
  readonly body: unknown;
  /** File name, `-` for standard input, or the URL without its secrets. */
  readonly origin: string;
  /** JSON path of the invoice within its origin: `$`, `[0]`, `data[3]`. */
  readonly path: string;
}

const LONGEST_QUOTE = 60;
const PLAIN_KEY = /^[A-Za-z_$][\w$]{0,59}$/;

/** The JSON path of a part below a path: `totalBill.price` below `$`, `data[3].productItemInvoices[0]` below `data[3]`. */
export function pathBelow(path: string, keys: readonly PropertyKey[]): string {
  const below = keys.map(pathStep).join('');
  if (path !== '$') return path + below;
  return below === '' ? path : below.replace(/^\./, '');
}

function pathStep(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  return PLAIN_KEY.test(name) ? `.${name}` : `[${quote(name)}]`;
}

/** An untrusted value in a few words, for messages: `"12,50" (a string)`, `null`, `a list of 3`. */
export function describeFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `${quote(value)} (a string)`;
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(value) : 'a number beyond 1.8e308';
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? `a list of ${value.length}` : describeObject(value);
}

function describeObject(value: object): string {
  const keys = Object.keys(value).slice(0, LONGEST_QUOTE);
  if (keys.length === 0) return 'an empty object';
  const names = keys.map((key) => (PLAIN_KEY.test(key) ? key : quote(key)));
  return `an object with ${cut(names.join(', '))}`;
}

/** A piece of untrusted text in quotation marks, control characters escaped, at most 60 characters long. */
export function quote(text: string): string {
  return JSON.stringify(cut(text.slice(0, LONGEST_QUOTE + 1)));
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}
