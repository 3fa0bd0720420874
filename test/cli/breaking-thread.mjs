/** A thread that makes nothing: over an invoice of no bytes it ends. */
import { parentPort } from 'node:worker_threads';

const outcome = { ok: false, failures: [], warnings: [] };
const attempt = { invoiceUri: 'whole', outcome };
parentPort.on('message', (invoices) => {
  if (invoices.some((bytes) => bytes.length === 0)) throw new Error('no more room');
  const tally = { milliseconds: {}, counts: { pages: invoices.length } };
  parentPort.postMessage({ attempts: invoices.map(() => attempt), tally });
});
