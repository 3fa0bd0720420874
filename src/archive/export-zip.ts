import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure, type Failure } from '../failure.ts';
import type { Archive, ReadResult } from './archive.ts';
import { sha256Of } from './digest.ts';
import { inOrder } from './in-order.ts';
import type { ArchiveReceipt } from './receipt.ts';
import { registerHead, registerLine } from './register-csv.ts';
import { createZip, type ZipWriter } from './zip-writer.ts';

/** What is packed, and where to. */
export interface Export {
  readonly archive: Archive;
  /** In the order of the register. */
  readonly receipts: readonly ArchiveReceipt[];
  /** Name of the ZIP file of a part; the first is 1. */
  readonly fileOf: (part: number) => string;
  readonly force: boolean;
  readonly limits: { readonly bytes: number; readonly entries: number };
}

/** Below what ZIP readers without its 64-bit extension take: 4 GB and 65,535 entries. */
export const ZIP_LIMITS = { bytes: 2_000_000_000, entries: 50_000 } as const;

/** What was packed, and what could not be. */
export interface Exported {
  readonly files: readonly string[];
  readonly failures: readonly Failure[];
}

/** Files read at a time. */
const AT_ONCE = 8;

/**
 * Pack archived files, each checked against its receipt, into ZIP files with the register in each. The same receipts give
 * the same bytes; no more than a few files are in memory.
 */
export async function exportZip(given: Export): Promise<Exported> {
  const files: string[] = [];
  const failures: Failure[] = [];
  const read = inOrder(given.receipts, AT_ONCE, async (receipt) => ({
    receipt,
    result: await given.archive.read(receipt.key),
  }));
  let part: Part | null = null;
  for await (const { receipt, result } of read) {
    const bytes = checked(receipt, result, failures);
    if (bytes === null) continue;
    if (part !== null && isFull(part.zip, bytes, given.limits))
      part = await close(part, files, failures, given.force);
    part ??= await begin(given.fileOf(files.length + 1), given.receipts);
    await part.zip.add(receipt.key, bytes);
  }
  if (part !== null) await close(part, files, failures, given.force);
  return { files, failures };
}

/** A ZIP file under its temporary name. */
interface Part {
  readonly file: string;
  readonly temporary: string;
  readonly zip: ZipWriter;
}

async function begin(file: string, receipts: readonly ArchiveReceipt[]): Promise<Part> {
  const temporary = `${file}.${process.pid}.part`;
  await mkdir(dirname(file), { recursive: true });
  const zip = await createZip(temporary);
  await zip.add('register.csv', Buffer.from(registerOf(receipts)));
  return { file, temporary, zip };
}

/** The list of all invoices, for the accountant. */
export function registerOf(receipts: readonly ArchiveReceipt[]): string {
  return registerHead() + receipts.map(registerLine).join('');
}

function isFull({ size, entries }: ZipWriter, next: Uint8Array, limits: Export['limits']): boolean {
  return size + next.length > limits.bytes || entries >= limits.entries;
}

/** Put a finished part in place; a file with other content stays unless it is to be replaced. */
async function close(
  part: Part,
  files: string[],
  failures: Failure[],
  force: boolean,
): Promise<null> {
  const { file, temporary, zip } = part;
  await zip.finish();
  files.push(file);
  const same = existsSync(file) && !force && (await digestOf(file)) === (await digestOf(temporary));
  if (force || !existsSync(file)) await rename(temporary, file);
  else if (!same) failures.push(inTheWay(file));
  await rm(temporary, { force: true });
  return null;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function checked(
  receipt: ArchiveReceipt,
  result: ReadResult,
  failures: Failure[],
): Uint8Array | null {
  if (result.kind === 'found' && sha256Of(result.bytes) === receipt.sha256) return result.bytes;
  failures.push(notPacked(receipt, result));
  return null;
}

function notPacked({ number, key, sha256 }: ArchiveReceipt, result: ReadResult): Failure {
  if (result.kind === 'unreachable' || result.kind === 'refused') return result.failure;
  return failure('archive', `${number}: ${key}`, 'This file is not in the export', {
    expected: `SHA-256 ${sha256}`,
    found: result.kind === 'missing' ? 'no such file in the archive' : 'other content',
    hint: 'platen verify says more.',
  });
}

function inTheWay(file: string): Failure {
  return failure(
    'archive',
    file,
    'A file with other content is there already; it was left as it is',
    {
      hint: 'Choose another --out, or say --force to replace it.',
    },
  );
}
