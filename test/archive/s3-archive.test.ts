import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openS3Archive } from '../../src/archive/s3-archive.ts';
import { object } from './new-object.ts';
import { KEY, noS3Server, SECRET, startS3Server, type S3Server } from './s3-server.ts';

const bucketAt = (endpoint: string, bucket = 'invoices') =>
  ({
    bucket,
    prefix: 'b/',
    region: 'us-east-1',
    endpoint,
    pathStyle: true,
    encryption: 'none',
  }) as const;

describe.skipIf(noS3Server !== null)(`an S3 server (${noS3Server ?? 'versitygw'})`, () => {
  let server: S3Server;
  let client: S3Client;
  let archive: Archive;

  beforeAll(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', KEY);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
    server = await startS3Server();
    client = new S3Client({ region: 'us-east-1', endpoint: server.endpoint, forcePathStyle: true });
    for (const Bucket of ['invoices', 'unlocked'])
      await client.send(
        new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: Bucket === 'invoices' }),
      );
    archive = await openS3Archive(bucketAt(server.endpoint));
  });
  afterAll(async () => {
    client.destroy();
    await archive.close();
    await server.stop();
    vi.unstubAllEnvs();
  });

  const soon = () => new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '.000');

  test('an object is stored with its digest and read back', async () => {
    const one = object('2026-10/acme/INV-1.pdf', 'one');
    const put = await archive.put(one);
    expect(put).toMatchObject({
      kind: 'stored',
      already: false,
      facts: { size: 3, sha256: one.sha256 },
    });
    expect(await archive.read(one.key)).toMatchObject({ kind: 'found' });
    expect(await archive.read('2026-10/acme/INV-2.pdf')).toEqual({ kind: 'missing' });
    expect(await archive.head('2026-10/acme/INV-2.pdf')).toEqual({ kind: 'missing' });
  });

  test('the same bytes again are fine, and no second version is made', async () => {
    await archive.put(object('again.pdf', 'one'));
    expect(await archive.put(object('again.pdf', 'one'))).toMatchObject({
      kind: 'stored',
      already: true,
    });
    const versions = await client.send(
      new ListObjectVersionsCommand({ Bucket: 'invoices', Prefix: 'b/again.pdf' }),
    );
    expect(versions.Versions).toHaveLength(1);
  });

  test('overwriting is refused', async () => {
    await archive.put(object('fixed.pdf', 'one'));
    expect(await archive.put(object('fixed.pdf', 'two'))).toMatchObject({ kind: 'conflict' });
    expect(await archive.read('fixed.pdf')).toEqual({
      kind: 'found',
      bytes: new Uint8Array(Buffer.from('one')),
    });
  });

  test('retention is set and shown, and deletion is refused while it lasts', async () => {
    const retention = { mode: 'COMPLIANCE', until: soon() } as const;
    const put = await archive.put({ ...object('kept.pdf', 'one'), retention });
    expect(put).toMatchObject({ kind: 'stored', facts: { retention, exposed: false } });
    const VersionId = put.kind === 'stored' ? (put.facts.version ?? undefined) : undefined;
    expect(VersionId).toBeTypeOf('string');
    const deletion = client.send(
      new DeleteObjectCommand({
        Bucket: 'invoices',
        Key: 'b/kept.pdf',
        VersionId,
        BypassGovernanceRetention: true,
      }),
    );
    await expect(deletion).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(await archive.read('kept.pdf')).toMatchObject({ kind: 'found' });
  });

  test('without retention an object is exposed', async () => {
    expect(await archive.put(object('loose.pdf', 'one'))).toMatchObject({
      kind: 'stored',
      facts: { retention: null, exposed: true, protection: 'no object lock' },
    });
  });

  test('of twenty writers with different bytes one wins and the others are told', async () => {
    const writers = Array.from({ length: 20 }, (_, n) =>
      archive.put(object('race.pdf', `writer ${n}`)),
    );
    const kinds = (await Promise.all(writers)).map((result) => result.kind);
    expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(19);
  });

  test('a wrong checksum is caught by the server', async () => {
    const put = new PutObjectCommand({
      Bucket: 'invoices',
      Key: 'b/wrong.pdf',
      Body: 'one',
      ChecksumSHA256: Buffer.from(object('x', 'two').sha256, 'hex').toString('base64'),
    });
    await expect(client.send(put)).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await archive.read('wrong.pdf')).toEqual({ kind: 'missing' });
  });

  test('keys are listed without the prefix', async () => {
    for (const key of ['list/b.pdf', 'list/a.pdf']) await archive.put(object(key, key));
    const found: unknown[] = [];
    for await (const entry of archive.list('list/')) found.push(entry);
    expect(found).toEqual([
      { kind: 'key', key: 'list/a.pdf' },
      { kind: 'key', key: 'list/b.pdf' },
    ]);
  });

  test('retention in a bucket without Object Lock is refused, and the message says what to do', async () => {
    const unlocked = await openS3Archive(bucketAt(server.endpoint, 'unlocked'));
    const retention = { mode: 'COMPLIANCE', until: soon() } as const;
    expect(await unlocked.put({ ...object('a.pdf', 'one'), retention })).toMatchObject({
      kind: 'refused',
      failure: { hint: 'For archive.retention the bucket needs versioning and Object Lock.' },
    });
  });

  test('a bucket that is missing and credentials that are wrong are refused with what to do', async () => {
    const nowhere = await openS3Archive(bucketAt(server.endpoint, 'nowhere'));
    expect(await nowhere.put(object('a.pdf', 'one'))).toMatchObject({
      kind: 'refused',
      failure: { hint: expect.stringContaining('Make the bucket') },
    });
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong-secret');
    const stranger = await openS3Archive(bucketAt(server.endpoint));
    const refused = await stranger.put(object('a.pdf', 'one'));
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
    expect(refused).toMatchObject({
      kind: 'refused',
      failure: { hint: expect.stringContaining('AWS_SECRET_ACCESS_KEY') },
    });
    expect(JSON.stringify(refused)).not.toContain('wrong-secret');
  });

  test('a server that is down is unreachable, not refused', async () => {
    const down = await openS3Archive(bucketAt('http://127.0.0.1:9'));
    expect(await down.put(object('a.pdf', 'one'))).toMatchObject({ kind: 'unreachable' });
  });
});
