import { failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { locateInvalidUtf8 } from './locate-invalid-utf8.ts';

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** The text of UTF-8 bytes; a byte order mark is left out with a warning. */
export function decodeText(bytes: Uint8Array, origin: string): Outcome<string> {
  if (isUtf16(bytes)) return failed([utf16(origin)]);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return success(text, startsWith(bytes, UTF8_MARK) ? [byteOrderMark(origin)] : []);
  } catch {
    return failed([invalidUtf8(bytes, origin)]);
  }
}

/** A byte order mark, or a zero byte in the first character: JSON begins with ASCII and has no NUL (RFC 4627, section 3). */
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  return bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function utf16(origin: string): Failure {
  return failure('fetch', origin, 'The text is encoded in UTF-16', {
    expected: 'UTF-8',
    found: 'UTF-16',
    hint: 'Save it as UTF-8; PowerShell does so with -Encoding utf8.',
  });
}

function byteOrderMark(origin: string): Failure {
  return failure('fetch', origin, 'The text begins with a byte order mark, which was left out', {
    expected: 'UTF-8 without a byte order mark',
    found: 'the bytes EF BB BF',
  });
}

function invalidUtf8(bytes: Uint8Array, origin: string): Failure {
  const offset = locateInvalidUtf8(bytes) ?? bytes.length;
  const byte = bytes[offset];
  const found = byte === undefined ? 'the end of the text' : `byte 0x${hex(byte)}`;
  return failure('fetch', origin, `The text is not UTF-8: byte ${offset + 1} cannot stand there`, {
    expected: 'UTF-8',
    found: `${found} in line ${lineOf(bytes, offset)}`,
    hint: 'Save it as UTF-8. A compressed file has to be unpacked first.',
  });
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (
    let index = bytes.indexOf(10);
    index >= 0 && index < offset;
    index = bytes.indexOf(10, index + 1)
  ) {
    line += 1;
  }
  return line;
}
