import { Piscina } from 'piscina';

const filename = new URL('render-thread.mjs', import.meta.url).href;

/** So many documents go to a thread at once: messages cost more than short documents. */
const BATCH = 16;

/** Platen in worker threads. This is the one place that knows how documents get to threads. */
export function openThreads(threads) {
  const pool = new Piscina({
    filename,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Infinity,
  });
  return {
    async render(texts) {
      const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, index) =>
        texts.slice(index * BATCH, (index + 1) * BATCH),
      );
      await Promise.all(batches.map((batch) => pool.run(batch)));
    },
    close: () => pool.destroy(),
  };
}
