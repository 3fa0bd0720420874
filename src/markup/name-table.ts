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

type Slots = (string | undefined)[];

/** Tables of the latest texts of a page. */
export function createNameTable(page: string): NameTable {
  return {
    valueAt: latestTexts(page, EMPTY.slice(), (text) => text),
    nameAt: latestTexts(page, COMMON.slice(), asKey),
  };
}

/** Each text has one place, found by its length and three of its characters. */
function latestTexts(
  page: string,
  slots: Slots,
  prepare: (text: string) => string,
): NameTable['valueAt'] {
  return (start, end) => {
    const length = end - start;
    if (length > LONGEST || length === 0) return page.slice(start, end);
    const slot = slotOf(page, start, end);
    const known = slots[slot];
    if (known?.length === length && page.startsWith(known, start)) return known;
    const text = prepare(page.slice(start, end));
    slots[slot] = text;
    return text;
  };
}

/** Weighed so that the common names all have places of their own. */
function slotOf(page: string, start: number, end: number): number {
  const length = end - start;
  const mixed =
    page.charCodeAt(start) +
    page.charCodeAt(end - 1) * 2 +
    page.charCodeAt(start + (length >> 1)) * 13 +
    length;
  return mixed % SLOTS;
}

/** The same text as the engine keeps it for keys: looking it up in objects is then as fast as a name in the program. */
function asKey(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}

const EMPTY: Slots = new Array<string | undefined>(SLOTS).fill(undefined);

/** Names that nearly every page has, as keys already: to make a key takes longer than to read a tag. */
const COMMON: Slots = EMPTY.slice();
const NAMES =
  'html head meta title link style body header footer section div p span h1 h2 bdi strong dl dt dd ul li br img ' +
  'table thead tbody tfoot tr th td col colgroup running-total ' +
  'lang dir charset name content rel href class id scope of src alt data-total data-amount aria-hidden';
for (const name of NAMES.split(' ')) COMMON[slotOf(name, 0, name.length)] = asKey(name);
