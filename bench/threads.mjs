import { serialize } from 'node:v8';
import { openRenderPool } from '../dist/render-pool.js';
import { pressOptions } from './open-press.mjs';

/** So many documents go to a thread at once, as in `platen render`. */
const BATCH = 16;

const wanted = { strict: false, csv: false, format: 'pdf' };

/** The threads of `platen render`. This is the one place that knows how documents get to them. */
export function openThreads(threads) {
  const { config } = pressOptions();
  const room = { config, folder: null, overrides: {}, facts: new Map(), wanted, timings: false };
  const pool = openRenderPool(room, { threads });
  return {
    async render(texts) {
      const parcels = texts.map(parcelOf);
      const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, index) =>
        parcels.slice(index * BATCH, (index + 1) * BATCH),
      );
      const attempts = await Promise.all(batches.map((batch) => pool.make(batch)));
      for (const { outcome } of attempts.flat())
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    },
    close: () => pool.close(),
  };
}

function parcelOf(text) {
  const raw = { body: JSON.parse(text), origin: 'bench', path: '$' };
  return { invoiceUri: null, origin: raw.origin, bytes: serialize(raw) };
}
