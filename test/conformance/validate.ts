import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cache = join(homedir(), '.cache', 'platen', 'validators');

/** Why nothing can be validated here; null where everything is there. */
export const missing: string | null = !findOnPath('java')
  ? 'no Java'
  : !existsSync(cache) || readdirSync(cache).length === 0
    ? 'no validators, npm run validators fetches them'
    : null;

function findOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

/** What a validator says of a file in a profile: the rules that it breaks, or nothing. */
export interface Verdict {
  readonly file: string;
  readonly profile: string;
  readonly broken: string;
}

/** Validate files against PDF/A-3a and PDF/UA-1 in one virtual machine. */
export async function validate(files: readonly string[]): Promise<readonly Verdict[]> {
  const args = ['-cp', join(cache, '*'), 'test/conformance/Validate.java', ...files];
  const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 1 << 26 });
  const lines = stdout.split('\n').filter((line) => line.startsWith('result\t'));
  return lines.map((line) => {
    const [, file = '', profile = '', broken = ''] = line.split('\t');
    return { file, profile, broken };
  });
}
