import { createHash } from 'node:crypto';

/** What a key is made of. */
export interface KeyFacts {
  readonly number: string;
  /** 1 for the first; later ones get a place of their own. */
  readonly revision: number;
  readonly customerId: string;
  /** `2026-10`. */
  readonly period: string;
  /** In lower-case hex. */
  readonly sha256: string;
  /** Without its dot. */
  readonly extension: 'pdf' | 'xml' | 'csv' | 'eml';
}

/** Words that a key pattern may hold between braces. */
export const KEY_WORDS = [
  'period',
  'year',
  'month',
  'customer',
  'number',
  'revision',
  'sha256',
] as const;

type Words = Readonly<Record<(typeof KEY_WORDS)[number], string>>;

/**
 * The place of a file in the archive: the pattern filled in, each part made safe, and the extension. A later revision
 * gets `-r2` where the pattern does not name the revision or the digest.
 */
export function archiveKey(pattern: string, facts: KeyFacts): string {
  const words = wordsOf(facts);
  const body = pattern.replace(/\.pdf$/, '').replace(/^\/+|\/+$/g, '');
  const filled = body.replace(/\{(\w+)\}/g, (whole, word: string) =>
    Object.hasOwn(words, word) ? words[word as keyof Words] : whole,
  );
  const named = /\{(?:revision|sha256)\}/.test(body) || facts.revision === 1;
  return `${filled}${named ? '' : `-r${facts.revision}`}.${facts.extension}`;
}

function wordsOf({ number, revision, customerId, period, sha256 }: KeyFacts): Words {
  return {
    period: safePart(period),
    year: safePart(period.slice(0, 4)),
    month: safePart(period.slice(5, 7)),
    customer: safePart(customerId),
    number: safePart(number),
    revision: `${revision}`,
    sha256,
  };
}

/** A name for one folder or file. Where it differs from the text, a digest keeps two texts from sharing a name. */
function safePart(text: string): string {
  const safe = text
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const short = Array.from(safe).slice(0, 60).join('');
  return short === text
    ? short
    : `${short}~${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
