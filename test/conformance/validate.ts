import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cache = join(homedir(), '.cache', 'platen', 'validators');
const run = promisify(execFile);

/** Why nothing can be validated here; null where everything is there. */
export const missing: string | null = !findOnPath('java')
  ? 'no Java'
  : !existsSync(cache) || readdirSync(cache).length === 0
    ? 'no validators, npm run validators fetches them'
    : null;

/** Whether a program is there. */
export function findOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

/** PDF/A-3a, PDF/UA-1, and the rules of the electronic invoice that a file is or holds. */
export type Profile = '3a' | 'ua1' | 'invoice';

/** A file and what it has to conform to. */
export interface Task {
  readonly file: string;
  readonly profiles: readonly Profile[];
}

/** What a validator says of a file in a profile: the rules that it breaks, or nothing. */
export interface Verdict {
  readonly file: string;
  readonly profile: string;
  readonly broken: string;
}

/**
 * Deep documents need a deep stack; compiled hastily the validators take half the time that they take compiled well, and
 * threads that clean up beside them would only take a processor from other tests.
 */
const OPTIONS = ['-Xss8m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Validate files in one virtual machine. */
export async function validate(tasks: readonly Task[]): Promise<readonly Verdict[]> {
  const files = tasks.map(({ file, profiles }) => `${profiles.join(',')}=${file}`);
  const classes = ['-cp', join(cache, '*'), 'test/conformance/Validate.java'];
  const { stdout } = await run('java', [...OPTIONS, ...classes, ...files], { maxBuffer: 1 << 26 });
  const lines = stdout.split('\n').filter((line) => line.startsWith('result\t'));
  return lines.map((line) => {
    const [, file = '', profile = '', broken = ''] = line.split('\t');
    return { file, profile, broken };
  });
}

/** What qpdf finds wrong with the structure of files, two at a time. */
export async function checkStructure(files: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      await run('qpdf', ['--check', file]).catch((error: Error) => wrong.push(error.message));
    }
  };
  await Promise.all([work(), work()]);
  return wrong;
}
