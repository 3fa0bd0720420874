import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Machine and process that write it; so it is known when nobody does any more. */
const TEMPORARY = /^\.([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.part$/;

/** A temporary file this old, of whatever machine, belongs to no writer any more. */
const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Create a file with these bytes, durable and read-only, or answer false where the name is taken. The name appears in
 * one step with all of its bytes: a hard link fails where another writer was first.
 */
export async function createExclusive(file: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = join(dirname(file), `.${machine()}-${process.pid}-${randomUUID()}.part`);
  try {
    await writeDurably(temporary, bytes);
    const created = await linkNew(temporary, file);
    return created;
  } finally {
    await discard(temporary);
    await syncFolder(dirname(file));
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.chmod(0o444);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function linkNew(temporary: string, file: string): Promise<boolean> {
  try {
    await link(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The file is gone, or never came to be; the error that matters is on its way already. */
async function discard(file: string): Promise<void> {
  await unlink(file).catch(() => {});
}

/** Make the names in a folder durable, as far as the system lets folders be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => {});
  await handle.close();
}

/** Make the folders of a key, each durable in the one above it. */
export async function makeFolders(root: string, key: string): Promise<void> {
  const folder = dirname(join(root, key));
  const first = await mkdir(folder, { recursive: true, mode: 0o750 });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
}

/** Remove temporary files that killed writers left behind; those of writers at work stay. */
export async function sweepTemporaries(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const [, host, pid] = TEMPORARY.exec(entry.name) ?? [];
    if (host === undefined || !entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const abandoned = host === machine() ? !lives(Number(pid)) : await isOld(file);
    if (abandoned) await discard(file);
  }
}

function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Signal 0 only asks; a process of another user answers with EPERM and lives. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isOld(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => null);
  return facts !== null && Date.now() - facts.mtimeMs > STALE_AFTER_MS;
}
