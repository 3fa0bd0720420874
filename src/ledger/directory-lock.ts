import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { failed, failure, success, type Outcome } from '../failure.ts';
import { processStart } from './process-start.ts';

/** Who holds a folder: which process, of which machine, begun when. */
interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

/** A held lock. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Hold a folder against every other process: two of them in one embedded database lose data without a word. A lock
 * whose process is dead is taken over; it is never timed out.
 */
export function lockDirectory(directory: string): Outcome<DirectoryLock> {
  const file = join(directory, 'lock');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return take(file, 3);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const hint = 'Check its permissions and the space left, or set ledger.directory.';
    const details = { expected: 'a folder that can be written to', found, hint };
    return failed([failure('ledger', directory, 'The ledger’s folder cannot be used', details)]);
  }
}

function take(file: string, attempts: number): Outcome<DirectoryLock> {
  const own = JSON.stringify(describeOwn());
  if (putNew(file, own)) return success({ release: () => release(file, own) });
  const seen = readText(file);
  const holder = seen === null ? null : parse(seen);
  if (holder !== null && !isGone(holder)) return failed([held(file, holder)]);
  if (attempts === 0) return failed([held(file, holder)]);
  if (seen !== null) remove(file, seen);
  return take(file, attempts - 1);
}

function describeOwn(): Holder {
  return { pid: process.pid, started: processStart(process.pid) ?? '', host: hostname() };
}

/** A hard link fails where the name is taken, and shows the whole content at once. */
function putNew(file: string, text: string): boolean {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: 0o600 });
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    const { pid, started, host } = value ?? {};
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof host !== 'string')
      return null;
    return { pid, started, host };
  } catch {
    return null;
  }
}

/** A process of another machine cannot be asked, so it counts as alive. */
function isGone({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return false;
  const now = processStart(pid);
  return now === null || now !== started;
}

/** Remove a dead lock, but put back what another process put there since it was seen. */
function remove(file: string, seen: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== seen) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next attempt sees who.
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(file: string, own: string): void {
  if (readText(file) === own) rmSync(file, { force: true });
}

function held(file: string, holder: Holder | null) {
  const found = holder === null ? 'an unreadable lock' : `process ${holder.pid} on ${holder.host}`;
  return failure('ledger', file, 'Another process uses this ledger', {
    expected: 'one process at a time',
    found,
    hint: 'Wait for it, or set ledger.url to a PostgreSQL server, which any number may share. Only if that process is certainly gone, remove this file.',
  });
}
