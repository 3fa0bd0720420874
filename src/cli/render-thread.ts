import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { shortGroups } from '../pipeline.ts';
import type { Attempt } from './make-document.ts';
import type { Answer } from './render-pool.ts';
import { openRoom, type RoomData } from './render-room.ts';

const room = await openRoom(workerData as RoomData);
if (!room.ok) throw new Error(room.failures.map(({ message }) => message).join('; '));
const { make, tally } = room.value;

parentPort?.on('message', (invoices: readonly Uint8Array[]) => {
  const attempts = [...shortGroups(invoices, ({ length }) => length)].flatMap(attemptsAt);
  parentPort?.postMessage({ attempts, tally } satisfies Answer);
});

function attemptsAt(group: readonly Uint8Array[]): readonly Attempt[] {
  return make(group.map((bytes) => deserialize(bytes) as RawInvoice)).map(alone);
}

/** The PDF is copied out of its larger buffer, which would cross with it. */
function alone({ invoiceUri, outcome }: Attempt): Attempt {
  if (!outcome.ok) return { invoiceUri, outcome };
  const { pdf } = outcome.value;
  const bytes = Uint8Array.from(pdf.bytes);
  return {
    invoiceUri,
    outcome: { ...outcome, value: { ...outcome.value, pdf: { ...pdf, bytes } } },
  };
}
