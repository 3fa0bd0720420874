import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Bounce } from './bounce.ts';
import { parseBounce } from './parse-bounce.ts';

/** A report is small; what is larger is somebody's mail. */
const LARGEST = 10 * 1024 * 1024;

/** One file of the mailbox: what it reports, or why it could not be read. */
export type BounceFile =
  | { readonly kind: 'read'; readonly file: string; readonly bounces: readonly Bounce[] }
  | { readonly kind: 'unread'; readonly failure: Failure };

/**
 * Read a mailbox folder: a Maildir (`new` and `cur`), or any folder of message files. Files are left as they are, so
 * whoever records the reports must take each one twice.
 */
export async function* readBounces(folder: string): AsyncIterable<BounceFile> {
  const files = await filesOf(folder);
  if (files.ok) for (const file of files.value) yield await readOne(file);
  else for (const failure of files.failures) yield { kind: 'unread', failure };
}

async function readOne(file: string): Promise<BounceFile> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST) return { kind: 'read', file, bounces: [] };
    return { kind: 'read', file, bounces: await parseBounce(await readFile(file)) };
  } catch (error) {
    return { kind: 'unread', failure: unreadable(file, error) };
  }
}

async function filesOf(folder: string): Promise<Outcome<readonly string[]>> {
  try {
    const names = (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    const files = names.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    const own = files.map(({ name }) => join(folder, name));
    const maildir = names.filter(
      (entry) => entry.isDirectory() && /^(?:cur|new)$/.test(entry.name),
    );
    const inside = await Promise.all(maildir.map(({ name }) => messagesIn(join(folder, name))));
    return success([...own, ...inside.flat()]);
  } catch (error) {
    return failed([unreadable(folder, error)]);
  }
}

async function messagesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort((a, b) => (a < b ? -1 : 1));
}

function unreadable(place: string, error: unknown): Failure {
  const found = error instanceof Error ? error.message : String(error);
  const hint = 'Check the name and the rights of the mailbox.';
  return failure('mail', place, 'The bounce mailbox cannot be read', {
    expected: 'a folder of messages',
    found,
    hint,
  });
}
