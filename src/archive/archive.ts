import type { Failure } from '../failure.ts';

/** A file for the archive. The key comes from `archiveKey`, the digest from whoever made the file. */
export interface NewObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes in lower-case hex. Bytes that have another digest are refused. */
  readonly sha256: string;
  readonly contentType: string;
  /** Until when nobody may change or delete it; null asks for no more than the archive does anyway. */
  readonly retention: Retention | null;
}

/** How long an object may not be changed: S3 Object Lock mode, and a moment as ISO 8601 in UTC. */
export interface Retention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly until: string;
}

/** What the archive itself says about an object. */
export interface ObjectFacts {
  readonly key: string;
  readonly size: number;
  /** Digest that the archive keeps beside the object, in lower-case hex; null where it keeps none. */
  readonly sha256: string | null;
  /** Version of the object where the archive has versions. */
  readonly version: string | null;
  readonly retention: Retention | null;
  /** The archive's own protection in words, for people: `read-only file (0444)`, `COMPLIANCE until 2036-12-31`. */
  readonly protection: string;
  /** It can be overwritten or deleted by whoever may write to the archive at all. */
  readonly exposed: boolean;
}

/**
 * Why the archive did not answer as asked. `unreachable`: try again later, nothing is wrong with the request.
 * `refused`: credentials, rights, a key that is none; trying again changes nothing.
 */
export type ArchiveTrouble =
  | { readonly kind: 'unreachable'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** `stored` is durable. `conflict`: other bytes lie there; nothing was overwritten and the caller must stop. */
export type PutResult =
  | { readonly kind: 'stored'; readonly already: boolean; readonly facts: ObjectFacts }
  | { readonly kind: 'conflict'; readonly failure: Failure }
  | ArchiveTrouble;

/** The bytes of an object, or that there are none. */
export type ReadResult =
  | { readonly kind: 'found'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | ArchiveTrouble;

/** The facts of an object, or that there is none. */
export type HeadResult =
  | { readonly kind: 'found'; readonly facts: ObjectFacts }
  | { readonly kind: 'missing' }
  | ArchiveTrouble;

/** One key, or why the list ends here. */
export type ListEntry = { readonly kind: 'key'; readonly key: string } | ArchiveTrouble;

/**
 * Where finished files lie unchanged. Every method may be called any number of times at once, from any number of
 * processes, and never throws for what the outside does.
 */
export interface Archive {
  /** For messages: `folder archive`, `s3://invoices/2026`. */
  readonly place: string;
  /** Create the object. The same bytes again are fine (`already`); other bytes under the key are a conflict. */
  put(object: NewObject): Promise<PutResult>;
  read(key: string): Promise<ReadResult>;
  head(key: string): Promise<HeadResult>;
  /** Keys that begin with `prefix`, in code-unit order. */
  list(prefix: string): AsyncIterable<ListEntry>;
  close(): Promise<void>;
}
