import { failure, type Failure } from '../failure.ts';

/**
 * Controls but tab and line ends, halves of surrogate pairs, and what Unicode will never use: no HTML or XML may hold
 * them. The overrides of direction (UAX 9, section 2.2) too: a name must not turn the amounts beside it around.
 */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202d\u202e]/gu;

/** Those of them that are one UTF-16 unit, and every half of a pair: most text has none, and this is quickly seen. */
const SUSPECT = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

const REPLACEMENT = '\ufffd';

/** What cleaning gathers, and an object that is known to be clean. */
interface Cleaning {
  readonly warnings: Failure[];
  readonly known: object | null;
}

/**
 * The same plain data with forbidden characters in its strings replaced, and a warning for each string that had some.
 * What is clean already is given back as the same object; `known` is clean, and is not looked at.
 */
export function cleanText<T>(
  value: T,
  known: object | null = null,
): {
  readonly value: T;
  readonly warnings: readonly Failure[];
} {
  const cleaning: Cleaning = { warnings: [], known };
  return { value: clean(value, '', cleaning) as T, warnings: cleaning.warnings };
}

function isClean(value: unknown, known: object | null): boolean {
  if (typeof value === 'string') return !SUSPECT.test(value) || value.search(FORBIDDEN) < 0;
  if (typeof value !== 'object' || value === null || value === known) return true;
  return Array.isArray(value) ? isCleanList(value, known) : isCleanRecord(value, known);
}

function isCleanList(list: readonly unknown[], known: object | null): boolean {
  // By index: each step of an iterator is an object until this is compiled, and a list of rows is gone through once.
  for (let index = 0; index < list.length; index++) if (!isClean(list[index], known)) return false;
  return true;
}

function isCleanRecord(record: object, known: object | null): boolean {
  // Plain data inherits nothing that is listed, and `in` makes no list of its keys.
  for (const key in record) {
    if (!isClean((record as Readonly<Record<string, unknown>>)[key], known)) return false;
  }
  return true;
}

/** Nearly all text is clean: that is seen first, and places are spelt only on the way to what is not. */
function clean(value: unknown, place: string, cleaning: Cleaning): unknown {
  if (isClean(value, cleaning.known)) return value;
  if (typeof value === 'string') return cleanString(value, place, cleaning);
  if (Array.isArray(value)) return value.map((one, at) => clean(one, `${place}[${at}]`, cleaning));
  const above = place === '' ? '' : `${place}.`;
  const fields = Object.entries(value as object).map(
    ([key, one]) => [key, clean(one, above + key, cleaning)] as const,
  );
  return Object.fromEntries(fields);
}

function cleanString(value: string, place: string, { warnings }: Cleaning): string {
  warnings.push(
    failure('view', place, 'Characters that no page may hold were replaced by U+FFFD', {
      expected: 'printable text',
      found: JSON.stringify(value.slice(0, 80)),
    }),
  );
  return value.replaceAll(FORBIDDEN, REPLACEMENT);
}
