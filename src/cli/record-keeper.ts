import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchRecord } from '../fetch/fetched.ts';

/** Adds a line for every exchange to `fetched.jsonl` in a folder. */
export function recordKeeper(folder: string): (record: FetchRecord) => void {
  return (record) => {
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'fetched.jsonl'), `${JSON.stringify(record)}\n`);
  };
}
