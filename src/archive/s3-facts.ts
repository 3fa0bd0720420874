import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { ObjectFacts, Retention } from './archive.ts';
import type { S3Place } from './s3-archive.ts';

/** What S3 says about an object. Throws the SDK's errors. */
export async function factsOf({ sdk, client, bucket }: S3Place, key: string): Promise<ObjectFacts> {
  const at = { Bucket: bucket.bucket, Key: bucket.prefix + key };
  const head = await client.send(new sdk.HeadObjectCommand({ ...at, ChecksumMode: 'ENABLED' }));
  const retention = retentionOf(head);
  const kept = retention !== null && Date.parse(retention.until) > Date.now();
  return {
    key,
    size: head.ContentLength ?? 0,
    sha256: checkedDigest(head) ?? head.Metadata?.['sha256'] ?? null,
    version: head.VersionId ?? null,
    retention,
    protection:
      retention === null ? 'no object lock' : `${retention.mode} until ${retention.until}`,
    exposed: !kept,
  };
}

/** The digest that the server itself checked; null where it keeps none of the whole object. */
export function checkedDigest({ ChecksumSHA256 }: HeadObjectCommandOutput): string | null {
  if (ChecksumSHA256 === undefined || ChecksumSHA256.includes('-')) return null;
  return Buffer.from(ChecksumSHA256, 'base64').toString('hex');
}

function retentionOf(head: HeadObjectCommandOutput): Retention | null {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until } = head;
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || until === undefined) return null;
  return { mode, until: until.toISOString() };
}
