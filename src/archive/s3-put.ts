import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import type { NewObject, PutResult } from './archive.ts';
import { conflictOf, objectFault, sha256Of } from './digest.ts';
import type { Bucket, S3Place } from './s3-archive.ts';
import { checkedDigest, factsOf } from './s3-facts.ts';
import { s3Trouble, statusOf } from './s3-trouble.ts';

/** Waits after `409 ConditionalRequestConflict`: two writers met, and nobody knows yet who won. */
const WAITS_MS = [50, 200, 800, 2000];

/** Create an object where there is none; the server, not this process, decides who was first. */
export async function putObject(place: S3Place, object: NewObject): Promise<PutResult> {
  const fault = objectFault(object);
  if (fault !== null) return { kind: 'refused', failure: fault };
  try {
    const created = await createOnce(place, object);
    return created
      ? { kind: 'stored', already: false, facts: await factsOf(place, object.key) }
      : await compare(place, object);
  } catch (error) {
    return s3Trouble(place.bucket, object.key, error);
  }
}

/** False where an object is there already. */
async function createOnce({ sdk, client, bucket }: S3Place, object: NewObject): Promise<boolean> {
  const command = new sdk.PutObjectCommand(putInput(bucket, object));
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.send(command);
      return true;
    } catch (error) {
      const wait = WAITS_MS[attempt];
      if (statusOf(error) === 412) return false;
      if (statusOf(error) !== 409 || wait === undefined) throw error;
      await sleep(wait);
    }
  }
}

function putInput(bucket: Bucket, object: NewObject): PutObjectCommandInput {
  const { key, bytes, sha256, contentType, retention } = object;
  const lock = retention && {
    ObjectLockMode: retention.mode,
    ObjectLockRetainUntilDate: new Date(retention.until),
  };
  return {
    Bucket: bucket.bucket,
    Key: bucket.prefix + key,
    Body: bytes,
    ContentType: contentType,
    ContentLength: bytes.length,
    IfNoneMatch: '*',
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    ContentMD5: createHash('md5').update(bytes).digest('base64'),
    Metadata: { sha256 },
    ...lock,
    ...encryptionOf(bucket),
  };
}

function encryptionOf({ encryption, kmsKey }: Bucket): Partial<PutObjectCommandInput> {
  if (encryption === 'none') return {};
  const key = encryption === 'aws:kms' && kmsKey !== undefined ? { SSEKMSKeyId: kmsKey } : {};
  return { ServerSideEncryption: encryption, ...key };
}

/** The key is taken: by these bytes, or by others. */
async function compare(place: S3Place, object: NewObject): Promise<PutResult> {
  const found = await digestThere(place, object.key);
  if (found !== object.sha256) {
    const words = `an object with SHA-256 ${found}`;
    return { kind: 'conflict', failure: conflictOf(object.key, object.sha256, words) };
  }
  return { kind: 'stored', already: true, facts: await factsOf(place, object.key) };
}

/** The digest that the server checked when it took the object, or the one of its bytes. */
async function digestThere({ sdk, client, bucket }: S3Place, key: string): Promise<string> {
  const at = { Bucket: bucket.bucket, Key: bucket.prefix + key };
  const head = await client.send(new sdk.HeadObjectCommand({ ...at, ChecksumMode: 'ENABLED' }));
  const checked = checkedDigest(head);
  if (checked !== null) return checked;
  const { Body } = await client.send(new sdk.GetObjectCommand(at));
  return sha256Of((await Body?.transformToByteArray()) ?? new Uint8Array());
}
