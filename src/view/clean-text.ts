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

/** Where a value stands: only spelt out where a warning needs it, because nearly all text is clean. */
interface Step {
  readonly above: Step | null;
  readonly key: string | number;
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
  return { value: clean(value, null, cleaning) as T, warnings: cleaning.warnings };
}

function clean(value: unknown, at: Step | null, cleaning: Cleaning): unknown {
  if (typeof value !== 'object' || value === null || value === cleaning.known) return value;
  return Array.isArray(value)
    ? cleanList(value, at, cleaning)
    : cleanRecord(value as Readonly<Record<string, unknown>>, at, cleaning);
}

function cleanList(list: readonly unknown[], above: Step | null, cleaning: Cleaning): unknown {
  let copy: unknown[] | null = null;
  for (let key = 0; key < list.length; key++) {
    const cleaned = cleanChild(list[key], above, key, cleaning);
    if (cleaned !== list[key]) (copy ??= [...list])[key] = cleaned;
  }
  return copy ?? list;
}

function cleanRecord(
  record: Readonly<Record<string, unknown>>,
  above: Step | null,
  cleaning: Cleaning,
): unknown {
  let copy: Record<string, unknown> | null = null;
  // Plain data inherits nothing that is listed, and `in` makes no list of its keys.
  for (const key in record) {
    const cleaned = cleanChild(record[key], above, key, cleaning);
    if (cleaned !== record[key]) (copy ??= { ...record })[key] = cleaned;
  }
  return copy ?? record;
}

function cleanChild(
  value: unknown,
  above: Step | null,
  key: string | number,
  cleaning: Cleaning,
): unknown {
  if (typeof value !== 'string') return clean(value, { above, key }, cleaning);
  if (!SUSPECT.test(value) || value.search(FORBIDDEN) < 0) return value;
  cleaning.warnings.push(
    failure(
      'view',
      spellPlace({ above, key }),
      'Characters that no page may hold were replaced by U+FFFD',
      {
        expected: 'printable text',
        found: JSON.stringify(value.slice(0, 80)),
      },
    ),
  );
  return value.replaceAll(FORBIDDEN, REPLACEMENT);
}

function spellPlace({ above, key }: Step): string {
  if (typeof key === 'number') return `${above === null ? '' : spellPlace(above)}[${key}]`;
  return above === null ? key : `${spellPlace(above)}.${key}`;
}
