import type { Failure } from '../failure.ts';

/** Write a line of human words; standard output is kept for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Print failures or warnings as a person reads them: where, what, what was expected and found, what to do. */
export function reportAll(kind: 'error' | 'warning', failures: readonly Failure[]): void {
  for (const one of failures) say(describe(kind, one));
}

function describe(
  kind: 'error' | 'warning',
  { place, message, expected, found, hint }: Failure,
): string {
  const details = [
    expected === null ? '' : `expected ${expected}`,
    found === null ? '' : `found ${found}`,
  ];
  const detail = details.filter(Boolean).join(', ');
  const lines = [`${kind}: ${place}: ${message}`, detail, hint === null ? '' : `→ ${hint}`];
  return lines.filter(Boolean).map(visible).join('\n    ');
}

/** Data may hold control characters, and directions of writing, that a terminal would obey. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
