import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = join(homedir(), '.cache', 'platen', 's3-server', 'v1.8.0', 'versitygw');

/** Why these tests cannot run here; null where they can. */
export const noS3Server: string | null = existsSync(SERVER)
  ? null
  : 'skipped: no S3 server; node scripts/fetch-s3-server.mjs builds it';

/** A running server of the test's own. */
export interface S3Server {
  readonly endpoint: string;
  /** Folder of the buckets. */
  readonly root: string;
  stop(): Promise<void>;
}

/** Start versitygw on a free port of the loopback, with versioning, on an empty folder. */
export async function startS3Server(): Promise<S3Server> {
  const home = mkdtempSync(join(tmpdir(), 'platen-s3-'));
  const [root, versions] = [join(home, 'objects'), join(home, 'versions')];
  for (const folder of [root, versions]) mkdirSync(folder);
  const port = await freePort();
  const child = spawn(
    SERVER,
    ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--versioning-dir', versions, root],
    {
      env: { ROOT_ACCESS_KEY: KEY, ROOT_SECRET_KEY: SECRET },
      stdio: 'ignore',
    },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    endpoint,
    root,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Credentials of the test's server, and of nothing else. */
export const KEY = 'platen-test';
export const SECRET = 'platen-test-secret';

async function answers(endpoint: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`versitygw ended with ${child.exitCode}`);
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(50);
  }
  throw new Error('versitygw did not answer within 10 seconds');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
