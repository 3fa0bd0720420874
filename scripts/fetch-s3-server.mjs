// Builds the S3 server that the archive is tested against into a cache outside of the tree. The version is pinned; the
// Go module proxy and its checksum database vouch for the source.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = 'v1.8.0';

const folder = join(homedir(), '.cache', 'platen', 's3-server', VERSION);

if (!existsSync(join(folder, 'versitygw'))) {
  mkdirSync(folder, { recursive: true });
  execFileSync('go', ['install', `github.com/versity/versitygw/cmd/versitygw@${VERSION}`], {
    env: { ...process.env, GOBIN: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
