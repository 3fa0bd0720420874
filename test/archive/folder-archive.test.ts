import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { sha256Of } from '../../src/archive/digest.ts';
import { openFolderArchive } from '../../src/archive/folder-archive.ts';
import { object } from './new-object.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'platen-archive-'));

async function keys(archive: Archive, prefix = ''): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const entry of archive.list(prefix)) if (entry.kind === 'key') found.push(entry.key);
  return found;
}

test('an object is stored read-only, its bytes come back and nothing else is left behind', async () => {
  const root = folder();
  const archive = await openFolderArchive(root);
  expect(await archive.put(object('2026-10/acme/INV-1.pdf', 'one'))).toMatchObject({
    kind: 'stored',
    already: false,
    facts: { size: 3, exposed: false, protection: 'read-only file (0444)' },
  });
  expect(readdirSync(join(root, '2026-10', 'acme'))).toEqual(['INV-1.pdf']);
  expect(statSync(join(root, '2026-10/acme/INV-1.pdf')).mode & 0o777).toBe(0o444);
  expect(statSync(join(root, '2026-10')).mode & 0o007).toBe(0);
  expect(await archive.read('2026-10/acme/INV-1.pdf')).toEqual({
    kind: 'found',
    bytes: Buffer.from('one'),
  });
});

test('the same bytes again are fine; other bytes are a conflict and change nothing', async () => {
  const root = folder();
  const archive = await openFolderArchive(root);
  await archive.put(object('a.pdf', 'one'));
  expect(await archive.put(object('a.pdf', 'one'))).toMatchObject({
    kind: 'stored',
    already: true,
  });
  expect(await archive.put(object('a.pdf', 'two'))).toMatchObject({
    kind: 'conflict',
    failure: { place: 'a.pdf', expected: `no object, or SHA-256 ${sha256Of(Buffer.from('two'))}` },
  });
  expect(readFileSync(join(root, 'a.pdf'), 'utf8')).toBe('one');
});

test('of twenty writers with different bytes one wins and the others are told', async () => {
  const archive = await openFolderArchive(folder());
  const writers = Array.from({ length: 20 }, (_, n) =>
    archive.put(object('race.pdf', `writer ${n}`)),
  );
  const kinds = (await Promise.all(writers)).map((result) => result.kind);
  expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(19);
});

test('bytes that are not the announced ones are refused before anything is written', async () => {
  const root = folder();
  const archive = await openFolderArchive(root);
  const wrong = { ...object('a.pdf', 'one'), sha256: sha256Of(Buffer.from('two')) };
  expect(await archive.put(wrong)).toMatchObject({ kind: 'refused' });
  expect(readdirSync(root)).toEqual([]);
});

test('no key leaves the folder', async () => {
  const root = folder();
  mkdirSync(join(root, 'inside'));
  const archive = await openFolderArchive(join(root, 'inside'));
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(fc.constantFrom('..', '.', '', 'a', '\\', '~', 'b\0', '%2e%2e', '/'))
        .map((p) => p.join('/')),
      async (key) => {
        await archive.put(object(key, 'x'));
        expect(readdirSync(root)).toEqual(['inside']);
      },
    ),
    { numRuns: 60 },
  );
  expect(await archive.read('../secret')).toMatchObject({ kind: 'refused' });
  expect(await archive.head('/etc/passwd')).toMatchObject({ kind: 'refused' });
});

test('a symbolic link is not read as an archived file', async () => {
  const root = folder();
  writeFileSync(join(root, 'secret'), 'secret');
  mkdirSync(join(root, 'archive'));
  symlinkSync(join(root, 'secret'), join(root, 'archive', 'a.pdf'));
  const archive = await openFolderArchive(join(root, 'archive'));
  expect(await archive.read('a.pdf')).toMatchObject({ kind: 'refused' });
  expect(await archive.put(object('a.pdf', 'one'))).toMatchObject({ kind: 'refused' });
});

test('what a killed writer left is swept; what a living one writes stays', async () => {
  const root = folder();
  const archive = await openFolderArchive(root);
  await archive.put(object('p/a.pdf', 'one'));
  const machine = sha256Of(Buffer.from(hostname())).slice(0, 8);
  const uuid = '00000000-0000-4000-8000-000000000000';
  writeFileSync(join(root, 'p', `.${machine}-4194399-${uuid}.part`), 'half');
  writeFileSync(join(root, 'p', `.${machine}-${process.pid}-${uuid}.part`), 'half');
  await openFolderArchive(root);
  expect(readdirSync(join(root, 'p'))).toEqual([
    `.${machine}-${process.pid}-${uuid}.part`,
    'a.pdf',
  ]);
  expect(await keys(archive)).toEqual(['p/a.pdf']);
});

test('keys are listed in order, by prefix', async () => {
  const archive = await openFolderArchive(folder());
  for (const key of ['b/2.pdf', 'a.pdf', 'b/10.pdf', 'b-c.pdf'])
    await archive.put(object(key, key));
  expect(await keys(archive)).toEqual(['a.pdf', 'b-c.pdf', 'b/10.pdf', 'b/2.pdf']);
  expect(await keys(archive, 'b/1')).toEqual(['b/10.pdf']);
});

test('a file that somebody made writable again is exposed, and a missing one is missing', async () => {
  const root = folder();
  const archive = await openFolderArchive(root);
  await archive.put(object('a.pdf', 'one'));
  chmodSync(join(root, 'a.pdf'), 0o644);
  expect(await archive.head('a.pdf')).toMatchObject({ kind: 'found', facts: { exposed: true } });
  expect(await archive.head('b.pdf')).toEqual({ kind: 'missing' });
  expect(await archive.read('a.pdf/b.pdf')).toEqual({ kind: 'missing' });
});

/** A file system of 64 KiB of its own; null where this user may not mount one. */
function mountSmall(): string | null {
  const root = folder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', root], { stdio: 'ignore' });
    return root;
  } catch {
    return null;
  }
}

const small = mountSmall();
const mountable = small === null ? 'skipped: mounting is not allowed' : 'a disk of 64 KiB';

test.skipIf(small === null)(
  `a full disk is to be tried again later, a read-only one is not (${mountable})`,
  async () => {
    const root = small ?? '';
    const archive = await openFolderArchive(root);
    try {
      expect(await archive.put(object('a.pdf', 'one'))).toMatchObject({ kind: 'stored' });
      const large = object('b.pdf', 'x'.repeat(200_000));
      expect(await archive.put(large)).toMatchObject({
        kind: 'unreachable',
        failure: { hint: expect.stringContaining('disk is full') },
      });
      expect(readdirSync(root)).toEqual(['a.pdf']);
      execFileSync('mount', ['-o', 'remount,ro', root]);
      expect(await archive.put(object('c.pdf', 'one'))).toMatchObject({
        kind: 'refused',
        failure: { hint: expect.stringContaining('read-only') },
      });
      execFileSync('mount', ['-o', 'remount,rw,size=1m', root]);
      expect(await archive.put(large)).toMatchObject({ kind: 'stored' });
    } finally {
      execFileSync('umount', [root]);
    }
  },
);
