import { renderInvoice } from '../../dist/index.js';
import { openPress } from '../open-press.mjs';

/** Platen: Amberflo's JSON to a tagged PDF/A-3a. */
export async function open() {
  const press = openPress();
  return {
    render(text) {
      const outcome = renderInvoice(text, press);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
      return outcome.value.pdf.bytes;
    },
  };
}
