/** Longest key of S3 in bytes, and longest name of a file. */
const LONGEST_KEY = 1024;
const LONGEST_PART = 255;

/** Why a text is no key; null for a key. A key is relative, with `/` between its parts, and leads nowhere else. */
export function keyFault(key: string): string | null {
  if (key === '') return 'it is empty';
  if (Buffer.byteLength(key) > LONGEST_KEY) return `it is longer than ${LONGEST_KEY} bytes`;
  if (/[\p{Cc}\\:*?"<>|]/u.test(key))
    return 'it has characters that file systems keep for themselves';
  const parts = key.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'a part of it is empty or dots';
  if (parts.some((part) => part.startsWith('.'))) return 'a part of it begins with a dot';
  const long = parts.some((part) => Buffer.byteLength(part) > LONGEST_PART);
  return long ? `a part of it is longer than ${LONGEST_PART} bytes` : null;
}
