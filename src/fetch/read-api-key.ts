import { readFileSync, statSync } from 'node:fs';
import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { checkApiKey } from './api-key.ts';

/** Where a key may come from; the environment wins. */
export interface KeySources {
  /** Of `AMBERFLO_API_KEY`. */
  readonly environment: string | undefined;
  /** `fetch.apiKeyFile`, absolute. */
  readonly file: string | null;
}

const OTHERS = 0o077;

/** The API key; a file that others may read is used with a warning. */
export function readApiKey({ environment, file }: KeySources): Outcome<string> {
  if (environment !== undefined && environment.trim() !== '') return checkApiKey(environment);
  return file === null ? checkApiKey('') : andThen(readFile(file), checkApiKey);
}

function readFile(file: string): Outcome<string> {
  try {
    const { mode } = statSync(file);
    const open = (mode & OTHERS) !== 0;
    return success(readFileSync(file, 'utf8'), open ? [readable(file, mode)] : []);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const hint = 'Correct fetch.apiKeyFile, or set AMBERFLO_API_KEY.';
    const details = { expected: 'a readable file with the API key', found: code, hint };
    return failed([failure('fetch', file, 'The file of the API key cannot be read', details)]);
  }
}

function readable(file: string, mode: number): Failure {
  return failure('fetch', file, 'Others can read the API key', {
    expected: 'permissions 600',
    found: `permissions ${(mode & 0o777).toString(8)}`,
    hint: 'Run chmod 600 on it.',
  });
}
