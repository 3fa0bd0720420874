import { failure, type Failure } from '../failure.ts';

/** Controls but tab and line ends, halves of surrogate pairs, and what Unicode will never use: no HTML or XML may hold them. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const REPLACEMENT = '\ufffd';

/**
 * The same plain data with forbidden characters in its strings replaced, and a warning for each string that had some.
 * What is clean already is given back as the same object.
 */
export function cleanText<T>(value: T): {
  readonly value: T;
  readonly warnings: readonly Failure[];
} {
  const warnings: Failure[] = [];
  return { value: clean(value, '', warnings) as T, warnings };
}

function clean(value: unknown, place: string, warnings: Failure[]): unknown {
  if (typeof value === 'string') return cleanString(value, place, warnings);
  if (Array.isArray(value)) return cleanList(value, place, warnings);
  if (typeof value === 'object' && value !== null) return cleanRecord(value, place, warnings);
  return value;
}

function cleanString(text: string, place: string, warnings: Failure[]): string {
  if (text.search(FORBIDDEN) < 0) return text;
  warnings.push(
    failure('view', place, 'Characters that no page may hold were replaced by U+FFFD', {
      expected: 'printable text',
      found: JSON.stringify(text.slice(0, 80)),
    }),
  );
  return text.replaceAll(FORBIDDEN, REPLACEMENT);
}

function cleanList(list: readonly unknown[], place: string, warnings: Failure[]): unknown {
  const cleaned = list.map((value, index) => clean(value, `${place}[${index}]`, warnings));
  return cleaned.some((value, index) => value !== list[index]) ? cleaned : list;
}

function cleanRecord(record: object, place: string, warnings: Failure[]): unknown {
  const before = Object.entries(record) as [string, unknown][];
  const after = before.map(([key, value]) => {
    const name = place === '' ? key : `${place}.${key}`;
    return [key, clean(value, name, warnings)] as const;
  });
  const isSame = after.every(([, value], index) => value === before[index]?.[1]);
  return isSame ? record : Object.fromEntries(after);
}
