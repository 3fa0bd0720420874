import { createHash } from 'node:crypto';
import { beginText, bytesOf, write, writeBytes, type ByteText } from './byte-text.ts';

/** The bytes of a file while it is written, in blocks: in one piece they would be there twice each time they grow. */
export interface FileBytes {
  readonly blocks: ByteText[];
}

/** Bytes of a block; a file of two pages is one. */
const BLOCK = 65_536;

/** A file with nothing in it. */
export function beginFile(): FileBytes {
  return { blocks: [] };
}

/** Put text behind the bytes so far, one byte for each character. */
export function addText(file: FileBytes, text: string): void {
  write(blockFor(file, text.length), text);
}

/** Put bytes behind those so far: a copy, for what deflating answers has room behind it that would be kept with it. */
export function addBytes(file: FileBytes, bytes: Uint8Array): void {
  writeBytes(blockFor(file, bytes.length), bytes);
}

/** The block that so many bytes fit in. */
function blockFor({ blocks }: FileBytes, more: number): ByteText {
  const last = blocks.at(-1);
  if (last !== undefined && last.length + more <= last.bytes.length) return last;
  const next = beginText(Math.max(BLOCK, more));
  blocks.push(next);
  return next;
}

/** The file's identifier, out of all that it holds so far (ISO 32000-1, section 14.4). */
export function digestOf({ blocks }: FileBytes): string {
  const hash = createHash('sha256');
  for (const block of blocks) hash.update(bytesOf(block));
  return hash.digest('hex').slice(0, 32);
}

/** All bytes in one piece, without room behind them. */
export function joined({ blocks }: FileBytes): Uint8Array {
  return Buffer.concat(blocks.map(bytesOf));
}
