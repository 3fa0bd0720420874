import { readFileSync } from 'node:fs';
import { failure, type Failure } from '../failure.ts';

/** Text of a file without the line end that editors add; null where none is named, or it cannot be read, which is a fault. */
export function readSecret(
  file: string | undefined,
  place: string,
  faults: Failure[],
): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    faults.push(
      failure('mail', place, 'The file cannot be read', {
        expected: 'a file that this user may read',
        found: `${file}: ${code}`,
        hint: 'Correct the name or the rights.',
      }),
    );
    return null;
  }
}
