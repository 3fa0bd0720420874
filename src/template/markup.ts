import type { World } from '../world.ts';

/** HTML of one document, out of Handlebars or from a file; not yet parsed. */
export interface Markup {
  readonly kind: 'markup';
  readonly html: string;
  /** The name that messages use: `page.html`, `standard/invoice.hbs`. */
  readonly file: string;
  /** What pages of the same template share; none for a page from a file. */
  readonly memo?: World['memo'];
}
