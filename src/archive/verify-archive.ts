import type { Archive, ArchiveTrouble, ObjectFacts, Retention } from './archive.ts';
import { sha256Of } from './digest.ts';
import { inOrder } from './in-order.ts';
import type { ArchiveReceipt } from './receipt.ts';

/** What reading one object back has shown. */
export type Finding =
  | { readonly kind: 'intact'; readonly receipt: ArchiveReceipt; readonly facts: ObjectFacts }
  | { readonly kind: 'missing'; readonly receipt: ArchiveReceipt }
  | { readonly kind: 'changed'; readonly receipt: ArchiveReceipt; readonly found: string }
  /** The bytes are right, but what was asked for to keep them so is not there. */
  | { readonly kind: 'unprotected'; readonly receipt: ArchiveReceipt; readonly facts: ObjectFacts }
  | ({ readonly receipt: ArchiveReceipt } & ArchiveTrouble);

/** Objects read at a time. */
const AT_ONCE = 8;

/** Read every object back, compare it with its receipt and ask the archive how it is kept; findings come in order. */
export function verifyArchive(
  archive: Archive,
  receipts: AsyncIterable<ArchiveReceipt>,
): AsyncIterable<Finding> {
  return inOrder(receipts, AT_ONCE, (receipt) => verifyOne(archive, receipt));
}

async function verifyOne(archive: Archive, receipt: ArchiveReceipt): Promise<Finding> {
  const read = await archive.read(receipt.key);
  if (read.kind === 'missing') return { kind: 'missing', receipt };
  if (read.kind !== 'found') return { ...read, receipt };
  const sha256 = sha256Of(read.bytes);
  if (sha256 !== receipt.sha256)
    return { kind: 'changed', receipt, found: `${read.bytes.length} bytes with SHA-256 ${sha256}` };
  const head = await archive.head(receipt.key);
  if (head.kind === 'missing') return { kind: 'missing', receipt };
  if (head.kind !== 'found') return { ...head, receipt };
  const { facts } = head;
  return { kind: isKept(facts, receipt.retention) ? 'intact' : 'unprotected', receipt, facts };
}

/** Whether the archive keeps what was asked for. A folder has no dates: there a read-only file is all there is. */
function isKept({ retention, exposed }: ObjectFacts, asked: Retention | null): boolean {
  if (asked === null) return true;
  if (retention === null) return !exposed;
  const weaker = asked.mode === 'COMPLIANCE' && retention.mode === 'GOVERNANCE';
  return !weaker && Date.parse(retention.until) >= Date.parse(asked.until);
}
