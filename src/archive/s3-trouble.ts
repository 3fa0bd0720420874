import { failure } from '../failure.ts';
import type { ArchiveTrouble } from './archive.ts';
import type { Bucket } from './s3-archive.ts';

/** The parts of the SDK's errors that matter here. */
interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** HTTP status of an answer; 0 where there was no answer. */
export function statusOf(error: unknown): number {
  return (error as ServiceError).$metadata?.httpStatusCode ?? 0;
}

/** No such object, or an object whose last version is a mark of deletion. A bucket that is missing is trouble instead. */
export function isMissing(error: unknown): boolean {
  const { name } = error as ServiceError;
  return statusOf(error) === 404 && name !== 'NoSuchBucket';
}

/** What to do about an error, by the service's name for it. */
const HINTS: Readonly<Record<string, string>> = {
  NoSuchBucket: 'Make the bucket, with versioning and Object Lock, or correct archive.s3.bucket.',
  AccessDenied:
    'Give the credentials s3:PutObject, s3:PutObjectRetention, s3:GetObject, s3:GetObjectRetention and s3:ListBucket.',
  InvalidAccessKeyId: 'Correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the AWS profile.',
  SignatureDoesNotMatch:
    'Correct AWS_SECRET_ACCESS_KEY or the AWS profile, and check the clock of this machine.',
  RequestTimeTooSkewed: 'Set the clock of this machine.',
  ExpiredToken: 'Renew the session of the AWS profile.',
  CredentialsProviderError: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
  PermanentRedirect: 'Correct archive.s3.region.',
  AuthorizationHeaderMalformed: 'Correct archive.s3.region.',
  BadDigest: 'The bytes were changed on their way; start the run again.',
  InvalidRequest: 'For archive.retention the bucket needs versioning and Object Lock.',
  ObjectLockConfigurationNotFoundError:
    'For archive.retention the bucket needs versioning and Object Lock.',
  InvalidBucketObjectLockConfiguration:
    'For archive.retention the bucket needs versioning and Object Lock.',
};

/** Credentials that are missing are no matter of time, though no server answered. */
const FINAL = new Set(['CredentialsProviderError']);

/** An error of S3 as a value that says what to do. Nothing of a credential is in it. */
export function s3Trouble(bucket: Bucket, key: string, error: unknown): ArchiveTrouble {
  const { name = 'Error', message = String(error) } = error as ServiceError;
  const status = statusOf(error);
  const final =
    FINAL.has(name) || (status >= 300 && status < 500 && status !== 409 && status !== 429);
  const where = bucket.endpoint ?? `S3 in ${bucket.region}`;
  const found = status === 0 ? `${name}: ${message}` : `${status} ${name}: ${message}`;
  const later = `Check that ${where} can be reached, then start the run again.`;
  const hint = HINTS[name] ?? (final ? 'Check the archive.s3 keys of the configuration.' : later);
  const words = final ? 'The archive refuses the request' : 'The archive cannot be reached';
  const place = `s3://${bucket.bucket}/${bucket.prefix}${key}`;
  return {
    kind: final ? 'refused' : 'unreachable',
    failure: failure('archive', place, words, { found, hint }),
  };
}
