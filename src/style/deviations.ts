/** Where the engine does otherwise than a specification says, or does less. */
export interface Deviation {
  readonly subject: string;
  readonly section: string;
  readonly what: string;
}

/** Everything that is known to deviate. What a table of this page does not list at all is refused by name, with a warning. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    subject: 'table rows',
    section: 'CSS Fragmentation 3, section 3.2',
    what: 'A row is kept whole, as if `break-inside: avoid` were set; one taller than a page is cut, with a warning.',
  },
  {
    subject: '`thead`, `tfoot`',
    section: 'CSS 2.1, section 17.2',
    what: 'Always repeated on each page of their table; browsers leave them out where they take much of the page.',
  },
  {
    subject: '`height`',
    section: 'CSS Fragmentation 3, section 4.4',
    what: 'Room beyond the content ends with the page: no sheet is printed for an empty part of a box.',
  },
  {
    subject: '`height` in percent',
    section: 'CSS Tables 3, section 3.10',
    what: 'Of table rows and cells it means `auto`. Within a cell it counts where the cell or its table has a height, as in browsers.',
  },
  {
    subject: '`h1` to `h6`',
    section: 'HTML, section 15.3.3',
    what: 'Kept with what follows (`break-after: avoid`) without being told.',
  },
  {
    subject: '`break-before`, `break-after`',
    section: 'CSS Fragmentation 3, section 3.1',
    what: '`always` means `page`; `left`, `right`, `recto`, `verso` and the values for columns and regions are refused.',
  },
  {
    subject: '`position: absolute`',
    section: 'CSS Fragmentation 3, section 4.1',
    what: 'Not cut by the end of a page: a box that would reach over it begins the next page of its containing block; one taller than a page is cut off.',
  },
  {
    subject: '`position: fixed`',
    section: 'CSS 2.1, section 9.6.1',
    what: 'Fixed boxes stand on every page, within its page area, as in browsers that print.',
  },
  {
    subject: '`@page :first`',
    section: 'CSS Paged Media 3, section 4.3',
    what: 'Where the first page is not as wide as the others, text is set to the width of the others, with a warning.',
  },
  {
    subject: '`@page`',
    section: 'CSS Paged Media 3, section 4',
    what: 'Of the pseudo-classes only `:first`; no named pages. Margin boxes stand along the top and the bottom edge, not the sides.',
  },
  {
    subject: '`@media`',
    section: 'Media Queries 4',
    what: 'Types alone are judged; a query that measures a device is refused, and its rules are left out.',
  },
  {
    subject: '`:first-line`, `:first-letter`, `:hover` and the like',
    section: 'Selectors 4; CSS Pseudo-Elements 4',
    what: 'Refused. A list with one refused selector is left out as a whole.',
  },
  {
    subject: '`content`',
    section: 'CSS Generated Content 3, section 2',
    what: 'In `::before` and `::after` alone, without pictures and alternative text. Quotation marks follow the language.',
  },
  {
    subject: 'counters',
    section: 'CSS Lists 3, section 4',
    what: 'Counted where a page has `::before` or `::after`; no `counter-set`, and the numbers of list items are not among them.',
  },
  {
    subject: 'SVG',
    section: 'SVG 2',
    what: 'Shapes, text (as outlines), gradients, clip paths, `use` and `symbol`; its own `style` with single names, presentation attributes and `var()`. No masks, filters, markers, patterns, pictures, text on paths; rules of the page do not reach into it.',
  },
  {
    subject: 'nesting of rules, `@layer`, `@import`, `@container`',
    section: 'CSS Nesting 1; CSS Cascade 5',
    what: 'Refused.',
  },
  {
    subject: 'lengths',
    section: 'CSS Values 4, section 6',
    what: 'No units of the viewport (`vw`, `vh`) and no `lh`; an own face of the page is not there yet for `ex` and `ch`. Numbers are held within ten million px.',
  },
  {
    subject: '`font-size`',
    section: 'CSS Fonts 4, section 2.5',
    what: 'At most 10,000 px.',
  },
  {
    subject: '`size`',
    section: 'CSS Paged Media 3, section 7.1',
    what: 'A side measures 4 to 19,200 px, as a PDF page may.',
  },
  {
    subject: '`font-style: oblique`',
    section: 'CSS Fonts 4, section 2.4',
    what: 'Means `italic`, without an angle. Faces are never slanted or emboldened by machine: the nearest face is taken.',
  },
  {
    subject: '`font`',
    section: 'CSS Fonts 4, section 2.7',
    what: 'The words for system fonts and `font-stretch` are refused.',
  },
  {
    subject: 'ligatures',
    section: 'CSS Fonts 4, section 6.5',
    what: 'Contextual alternates are off, so that text extracted from the file is the text given.',
  },
  {
    subject: '`hyphens`',
    section: 'CSS Text 3, section 5.4',
    what: 'Words break at soft hyphens only: `auto` is refused.',
  },
  {
    subject: '`overflow`',
    section: 'CSS Overflow 3, section 3.1',
    what: 'One word for both axes; nothing scrolls on paper.',
  },
  {
    subject: '`position: sticky`',
    section: 'CSS Positioned Layout 3',
    what: 'Refused.',
  },
  {
    subject: '`transform`',
    section: 'CSS Transforms 1, section 8',
    what: 'Moves, turns and scales in two dimensions; `matrix()` and `skew()` are refused.',
  },
  {
    subject: '`justify-content`',
    section: 'CSS Align 3, section 4.5',
    what: '`left` and `right` mean `start` and `end`.',
  },
  {
    subject: 'grids',
    section: 'CSS Grid 2',
    what: 'No names of lines, no `auto-fill` or `auto-fit`, no subgrids; at most 1,000 tracks an axis.',
  },
  {
    subject: 'flex and grid containers',
    section: 'CSS Flexbox 1; CSS Grid 1',
    what: 'At most 60 within each other; deeper ones are set as blocks, with a warning.',
  },
  {
    subject: '`color-mix()`',
    section: 'CSS Color 5, section 2',
    what: 'In `srgb` only. `hwb()`, `lab()`, `lch()`, `oklab()`, `oklch()` and `color()` are refused.',
  },
  {
    subject: '`background`',
    section: 'CSS Backgrounds 3, section 2',
    what: 'The colour only.',
  },
  {
    subject: '`list-style`',
    section: 'CSS Lists 3, section 3',
    what: 'No pictures and no styles of counters but those in the table; a string is set as it is.',
  },
  {
    subject: '`var()`',
    section: 'CSS Variables 1, section 3',
    what: 'Values that grow beyond 65,536 characters, and chains of more than 100 names, are invalid.',
  },
];
