/** A thread of `threads.mjs`: a batch of invoices in, their PDFs out. */
import { renderInvoice } from '../dist/index.js';
import { openPress } from './open-press.mjs';

const press = openPress();

/** The PDFs are copied out of larger buffers, which would cross with them. */
export default function renderBatch(texts) {
  return texts.map((text) => {
    const outcome = renderInvoice(JSON.parse(text), press);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    return Uint8Array.from(outcome.value.pdf.bytes);
  });
}
