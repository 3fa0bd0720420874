import { chmodSync, mkdtempSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive, ObjectFacts, Retention } from '../../src/archive/archive.ts';
import { openFolderArchive } from '../../src/archive/folder-archive.ts';
import { verifyArchive, type Finding } from '../../src/archive/verify-archive.ts';
import type { ArchiveReceipt } from '../../src/archive/receipt.ts';
import { object } from './new-object.ts';
import { each, receipt } from './receipts.ts';

async function findings(
  archive: Archive,
  receipts: readonly ArchiveReceipt[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const finding of verifyArchive(archive, each(receipts))) found.push(finding);
  return found;
}

test('missing and changed files are found among a hundred, in order', async () => {
  const root = mkdtempSync(join(tmpdir(), 'platen-verify-'));
  const archive = await openFolderArchive(root);
  const receipts = Array.from({ length: 100 }, (_, n) => receipt(`${n}.pdf`, `invoice ${n}`));
  await Promise.all(receipts.map(({ key }, n) => archive.put(object(key, `invoice ${n}`))));
  unlinkSync(join(root, '17.pdf'));
  chmodSync(join(root, '42.pdf'), 0o644);
  writeFileSync(join(root, '42.pdf'), 'invoice 42 with another amount');
  const found = await findings(archive, receipts);
  expect(found.map((finding) => finding.receipt.key)).toEqual(receipts.map(({ key }) => key));
  expect(found.filter(({ kind }) => kind !== 'intact')).toMatchObject([
    { kind: 'missing', receipt: { key: '17.pdf' } },
    { kind: 'changed', receipt: { key: '42.pdf' }, found: expect.stringContaining('30 bytes') },
  ]);
});

/** An archive that says of its one object how it is kept. */
function keeping(retention: Retention | null, exposed: boolean): Archive {
  const facts: ObjectFacts = {
    key: 'a.pdf',
    size: 3,
    sha256: null,
    version: null,
    retention,
    protection: 'so',
    exposed,
  };
  return {
    place: 'test',
    put: async () => ({ kind: 'stored', already: true, facts }),
    read: async () => ({ kind: 'found', bytes: Buffer.from('one') }),
    head: async () => ({ kind: 'found', facts }),
    list: () => each([]),
    close: async () => {},
  };
}

test('retention that is weaker than what was asked for is told', async () => {
  const asked: Retention = { mode: 'COMPLIANCE', until: '2036-12-31T23:59:59.000Z' };
  const verdict = async (archive: Archive, retention: Retention | null) =>
    (await findings(archive, [receipt('a.pdf', 'one', { retention })]))[0]?.kind;
  expect(await verdict(keeping(asked, false), asked)).toBe('intact');
  expect(
    await verdict(keeping({ ...asked, until: '2040-01-01T00:00:00.000Z' }, false), asked),
  ).toBe('intact');
  expect(
    await verdict(keeping({ ...asked, until: '2030-01-01T00:00:00.000Z' }, false), asked),
  ).toBe('unprotected');
  expect(await verdict(keeping({ ...asked, mode: 'GOVERNANCE' }, false), asked)).toBe(
    'unprotected',
  );
  expect(await verdict(keeping(null, true), asked)).toBe('unprotected');
  expect(await verdict(keeping(null, true), null)).toBe('intact');
  expect(await verdict(keeping(null, false), asked)).toBe('intact');
});
