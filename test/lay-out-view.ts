import type { PagedDocument } from '../src/paginate/page.ts';
import { layOutMarkup } from '../src/pipeline.ts';
import type { RenderedInvoice } from './render-whole.ts';
import type { Press } from '../src/press.ts';
import { fillTemplate } from '../src/template/fill-template.ts';

/** The pages of a rendered invoice, laid out once more from its view. */
export function layOutView({ view, settings }: RenderedInvoice, press: Press): PagedDocument {
  const world = press.world(settings);
  const markup = fillTemplate(view, world);
  const document = markup.ok ? layOutMarkup(markup.value, world) : markup;
  if (!document.ok) throw new Error(JSON.stringify(document.failures));
  return document.value;
}
