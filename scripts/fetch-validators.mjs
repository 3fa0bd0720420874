// Copies the validators that the conformance tests use into a cache outside of the tree, and checks what came.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache = join(homedir(), '.cache', 'platen', 'validators');
const pinned = readFileSync('test/conformance/checksums.txt', 'utf8');

mkdirSync(cache, { recursive: true });
for (const name of readdirSync(cache)) {
  if (!pinned.includes(`  ${name}\n`)) rmSync(join(cache, name));
}
execFileSync(
  'mvn',
  [
    '-q',
    '-B',
    '-f',
    'test/conformance/pom.xml',
    'dependency:copy-dependencies',
    `-DoutputDirectory=${cache}`,
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

const sum = (name) =>
  createHash('sha256')
    .update(readFileSync(join(cache, name)))
    .digest('hex');
const found = readdirSync(cache)
  .sort()
  .map((name) => `${sum(name)}  ${name}\n`);
if (process.argv.includes('--print')) process.stdout.write(found.join(''));
else if (found.join('') !== pinned) {
  throw new Error(
    'The validators are not those of test/conformance/checksums.txt. Empty the cache, or accept them with --print.',
  );
}
