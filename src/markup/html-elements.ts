const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements that a page may use; others are kept as inline boxes and warned of. */
export const KNOWN_ELEMENTS = words(`
  html head title meta link style base body
  article section nav aside header footer main address hgroup h1 h2 h3 h4 h5 h6
  p div span blockquote pre hr br wbr ol ul li menu dl dt dd figure figcaption center
  a em strong small s cite q dfn abbr time data code var samp kbd sub sup i b u mark bdi bdo ins del tt big strike
  img svg table caption colgroup col thead tbody tfoot tr td th running-total
  details summary
`);

/** Elements without content (HTML, section 13.1.2). */
export const VOID_ELEMENTS = words(
  'area base br col embed hr img input link meta param source track wbr',
);

/** Elements that are dropped with all that is in them, each with a warning: a print engine neither runs nor fetches nor asks. */
export const REFUSED_ELEMENTS = words(`
  script noscript template iframe frame frameset object embed applet param audio video source track canvas
  input select option optgroup textarea button datalist output progress meter dialog slot map area math marquee
`);

/** Elements that stand in the head (HTML, section 13.2.6.4.4). */
export const HEAD_ELEMENTS = words('title meta link style base script noscript template');

/** Elements whose end tag may be left out (HTML, section 13.1.2.4). */
export const OPTIONAL_END = words(
  'html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup',
);

/** Attributes that HTML took back in favour of CSS, with the property to use. */
export const OBSOLETE_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['align', 'text-align, or margin for tables'],
  ['valign', 'vertical-align'],
  ['bgcolor', 'background-color'],
  ['background', 'background-color'],
  ['border', 'border'],
  ['cellpadding', 'padding'],
  ['cellspacing', 'border-spacing'],
  ['nowrap', 'white-space'],
  ['rules', 'border'],
  ['frame', 'border'],
  ['hspace', 'margin'],
  ['vspace', 'margin'],
  ['face', 'font-family'],
]);
