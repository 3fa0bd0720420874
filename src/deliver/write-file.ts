import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { PdfBytes } from '../draw/pdf-bytes.ts';
import type { Receipt } from './receipt.ts';

/** How to treat a file that is there already with other bytes. */
export interface Writing {
  readonly force: boolean;
}

/**
 * Write a PDF under a temporary name and put it in place in one step. A file with the same bytes is left alone;
 * one with other bytes is only replaced with `force`.
 */
export function writePdf(pdf: PdfBytes, file: string, writing: Writing): Outcome<Receipt> {
  return writeBytes(pdf.bytes, file, writing);
}

/** Write any bytes by the same rules. */
export function writeBytes(bytes: Uint8Array, file: string, writing: Writing): Outcome<Receipt> {
  const temporary = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, bytes);
    const conflict = writing.force ? replace(temporary, file) : putNew(temporary, file, bytes);
    return conflict ?? success(receiptOf(bytes, file));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const expected = `a folder ${dirname(file)} that can be written to`;
    const hint = 'Check that it is no file, its permissions, and the space left on the disk.';
    const details = { expected, found, hint };
    return failed([failure('deliver', file, 'The file could not be written', details)]);
  } finally {
    discard(temporary);
  }
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Where the folder cannot be reached, nothing was written either; the failure above says so.
  }
}

function replace(temporary: string, file: string): null {
  renameSync(temporary, file);
  return null;
}

/** A hard link fails where the name is taken, so two writers cannot overwrite each other. */
function putNew(temporary: string, file: string, bytes: Uint8Array): Outcome<never> | null {
  try {
    linkSync(temporary, file);
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return Buffer.compare(readFileSync(file), bytes) === 0 ? null : otherBytes(file, bytes);
  }
}

function otherBytes(file: string, bytes: Uint8Array): Outcome<never> {
  const message = 'A file with other content is there already; it was left as it is';
  const details = {
    expected: `no file, or the same ${bytes.length} bytes`,
    found: `SHA-256 ${receiptOf(readFileSync(file), file).sha256}`,
    hint: 'Choose another --out, remove the file, or say --force to replace it.',
  };
  return failed([failure('deliver', file, message, details)]);
}

function receiptOf(bytes: Uint8Array, file: string): Receipt {
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
