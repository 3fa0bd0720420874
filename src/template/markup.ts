/** HTML of one document, out of Handlebars or from a file; not yet parsed. */
export interface Markup {
  readonly kind: 'markup';
  readonly html: string;
  /** The name that messages use: `page.html`, `standard/invoice.hbs`. */
  readonly file: string;
}
