import type * as Sdk from '@aws-sdk/client-s3';
import type { ArchiveSettings } from '../config/schema-archive.ts';
import type {
  Archive,
  ArchiveTrouble,
  HeadResult,
  ListEntry,
  NewObject,
  ReadResult,
} from './archive.ts';
import { keyFault } from './check-key.ts';
import { noKey } from './digest.ts';
import { factsOf } from './s3-facts.ts';
import { putObject } from './s3-put.ts';
import { isMissing, s3Trouble } from './s3-trouble.ts';

/** The bucket's part of the configuration. */
export type Bucket = NonNullable<ArchiveSettings['s3']>;

/** What every call to S3 needs. */
export interface S3Place {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.S3Client;
  readonly bucket: Bucket;
}

/** Requests of one call, the first included. */
const ATTEMPTS = 5;

const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 60_000 } as const;

/** An archive in an S3 bucket. Credentials come from the SDK's own chain; the SDK is loaded here and not before. */
export async function openS3Archive(bucket: Bucket): Promise<Archive> {
  const sdk = await import('@aws-sdk/client-s3');
  const { region, endpoint, pathStyle } = bucket;
  const client = new sdk.S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: pathStyle,
    maxAttempts: ATTEMPTS,
    requestHandler: TIMEOUTS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const place: S3Place = { sdk, client, bucket };
  return {
    place: `s3://${bucket.bucket}/${bucket.prefix}`,
    put: (object: NewObject) => putObject(place, object),
    read: (key) => guarded(place, key, () => read(place, key)),
    head: (key) => guarded(place, key, () => head(place, key)),
    list: (prefix) => list(place, prefix),
    close: async () => client.destroy(),
  };
}

/** Answer for a key that is one, with every error of the service as a value. */
async function guarded<T>(
  place: S3Place,
  key: string,
  work: () => Promise<T>,
): Promise<T | { readonly kind: 'missing' } | ArchiveTrouble> {
  const fault = keyFault(key);
  if (fault !== null) return { kind: 'refused', failure: noKey(key, fault) };
  try {
    return await work();
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : s3Trouble(place.bucket, key, error);
  }
}

async function read({ sdk, client, bucket }: S3Place, key: string): Promise<ReadResult> {
  const at = { Bucket: bucket.bucket, Key: bucket.prefix + key };
  const { Body } = await client.send(new sdk.GetObjectCommand(at));
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  return { kind: 'found', bytes };
}

async function head(place: S3Place, key: string): Promise<HeadResult> {
  return { kind: 'found', facts: await factsOf(place, key) };
}

async function* list(place: S3Place, prefix: string): AsyncIterable<ListEntry> {
  const { sdk, client, bucket } = place;
  const input = { Bucket: bucket.bucket, Prefix: bucket.prefix + prefix };
  try {
    for await (const page of sdk.paginateListObjectsV2({ client }, input))
      for (const { Key } of page.Contents ?? [])
        if (Key !== undefined) yield { kind: 'key', key: Key.slice(bucket.prefix.length) };
  } catch (error) {
    yield s3Trouble(bucket, prefix, error);
  }
}
