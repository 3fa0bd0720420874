import { renderInvoices } from '../../dist/index.js';
import { openPress } from '../open-press.mjs';

/** Platen as it sets many short bills, in groups that go through its stages side by side. */
export async function open() {
  const press = openPress();
  return {
    *renderAll(texts) {
      for (const outcome of renderInvoices(texts, press)) {
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
        yield outcome.value.pdf.bytes;
      }
    },
  };
}
