import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const built = existsSync('dist/index.js');

/** Hashes of all cases from a process of its own. */
async function hashes(surroundings: Record<string, string>, ...args: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', ...surroundings };
  const script = 'test/draw/hash-cases.mjs';
  const run = promisify(execFile)(process.execPath, [script, ...args], { env });
  return (await run).stdout;
}

describe.skipIf(!built)(`the same bytes${built ? '' : ' (skipped: npm run build)'}`, () => {
  test('in another time zone and locale, another process and a worker thread', async () => {
    const [here, there] = await Promise.all([
      hashes({ TZ: 'UTC', LANG: 'C' }),
      hashes({ TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, '--worker'),
    ]);
    expect(here.split('\n').length).toBeGreaterThan(readdirSync('test/cases').length);
    expect(there).toBe(here);
  }, 300_000);
});
