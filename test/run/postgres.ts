import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const VERSIONS = '/usr/lib/postgresql';

/** Folder of the installed server's programs; null where there is no server. */
export function postgresPrograms(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const newest = readdirSync(VERSIONS).sort().at(-1);
  const folder = join(VERSIONS, newest ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : null;
}

/** A server of its own on loopback, in a temporary folder. */
export interface Postgres {
  readonly url: string;
  /** End it at once, as a power cut would, and start it again. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The server refuses to run as root; Debian's package brings a user for it. */
function owner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Make a database and serve it. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'platen-postgres-'));
  const user = owner();
  const identity = user ?? {};
  chmodSync(folder, 0o700);
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'platen', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  execFileSync(join(programs, 'initdb'), initdb, { ...identity, stdio: 'pipe', cwd: folder });
  const port = await freePort();
  const args = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder];
  let child = launch();
  await ready();
  execFileSync(
    join(programs, 'createdb'),
    ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'platen', 'platen'],
    {
      stdio: 'pipe',
    },
  );

  function launch() {
    return spawn(join(programs, 'postgres'), args, { ...identity, cwd: folder, stdio: 'ignore' });
  }
  async function ready(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      try {
        const about = ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'platen', '-q', '-d', 'postgres'];
        execFileSync(join(programs, 'pg_isready'), about, { stdio: 'pipe' });
        return;
      } catch {
        await wait(100);
      }
    }
    throw new Error('PostgreSQL did not start');
  }
  const stop = async (signal: 'SIGQUIT' | 'SIGINT') => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  };
  return {
    url: `postgres://platen@127.0.0.1:${port}/platen`,
    kill: () => stop('SIGQUIT'),
    close: () => stop('SIGINT'),
    start: async () => {
      child = launch();
      await ready();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
