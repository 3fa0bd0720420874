/** The short texts of a page that come again and again: names, and values such as classes. */
export interface NameTable {
  /** The text of the page from one offset to another; the same object where it was met before. */
  valueAt(start: number, end: number): string;
  /** The same for names, which are keys of objects. */
  nameAt(start: number, end: number): string;
}

/** Longer texts seldom come twice. */
const LONGEST = 32;

const SLOTS = 256;

/** Tables of the latest texts of a page. */
export function createNameTable(page: string): NameTable {
  return { valueAt: latestTexts(page, (text) => text), nameAt: latestTexts(page, asKey) };
}

/** Each text has one place, found by its length and three of its characters. */
function latestTexts(page: string, prepare: (text: string) => string): NameTable['valueAt'] {
  const slots = new Array<string | undefined>(SLOTS).fill(undefined);
  return (start, end) => {
    const length = end - start;
    if (length > LONGEST || length === 0) return page.slice(start, end);
    const mixed =
      page.charCodeAt(start) * 7 +
      page.charCodeAt(end - 1) * 31 +
      page.charCodeAt(start + (length >> 1)) * 13 +
      length;
    const known = slots[mixed % SLOTS];
    if (known?.length === length && page.startsWith(known, start)) return known;
    const text = prepare(page.slice(start, end));
    slots[mixed % SLOTS] = text;
    return text;
  };
}

/** The same text as the engine keeps it for keys: looking it up in objects is then as fast as a name in the program. */
function asKey(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}
