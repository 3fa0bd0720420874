import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import type { Attempt } from './make-document.ts';
import type { Answer } from './render-pool.ts';
import { openRoom, type RoomData } from './render-room.ts';

const room = await openRoom(workerData as RoomData);
if (!room.ok) throw new Error(room.failures.map(({ message }) => message).join('; '));
const { make, tally } = room.value;

parentPort?.on('message', (invoices: readonly Uint8Array[]) => {
  const raws = invoices.map((bytes) => deserialize(bytes) as RawInvoice);
  const attempts = make(raws).map(alone);
  parentPort?.postMessage({ attempts, tally } satisfies Answer);
});

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
