/** What a start tag ends before it opens: the nearest of `ends`, unless one of `stops` is met first. */
interface ImpliedEnd {
  readonly ends: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that no end tag of an inner element reaches through (HTML, section 13.2.4.2). */
export const SCOPE = set('html body table caption td th svg');

/** Elements that stand in tables only. */
export const TABLE_PARTS = set('caption colgroup col thead tbody tfoot tr td th');

const paragraph: ImpliedEnd = { ends: set('p'), stops: SCOPE };
const section: ImpliedEnd = {
  ends: set('thead tbody tfoot colgroup caption'),
  stops: set('html body table'),
};
const description: ImpliedEnd = {
  ends: set('dt dd'),
  stops: set('html body dl table td th caption div'),
};
const cell: ImpliedEnd = { ends: set('td th'), stops: set('html body table tr') };

const ENDS_PARAGRAPH =
  'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
  'header hgroup hr main menu nav ol p pre section summary table ul';

/** Start tag to what it ends (HTML, sections 13.1.2.4 and 13.2.6.4). */
const IMPLIED_ENDS: ReadonlyMap<string, ImpliedEnd> = new Map<string, ImpliedEnd>([
  ...ENDS_PARAGRAPH.split(' ').map((name): [string, ImpliedEnd] => [name, paragraph]),
  ['li', { ends: set('li'), stops: set('html body ul ol menu table td th caption') }],
  ['dt', description],
  ['dd', description],
  ['option', { ends: set('option'), stops: set('html body select datalist') }],
  ['a', { ends: set('a'), stops: SCOPE }],
  ['thead', section],
  ['tbody', section],
  ['tfoot', section],
  ['caption', section],
  ['colgroup', section],
  ['col', { ends: set('thead tbody tfoot caption'), stops: set('html body table colgroup') }],
  ['tr', { ends: set('tr colgroup caption'), stops: set('html body table thead tbody tfoot') }],
  ['td', cell],
  ['th', cell],
]);

/** The parents that a table part needs; the first is supplied where the part stands in one of the keys. */
const IMPLIED_PARENTS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['tr', new Map([['table', 'tbody']])],
  ['col', new Map([['table', 'colgroup']])],
  [
    'td',
    new Map([
      ['table', 'tbody'],
      ['tbody', 'tr'],
      ['thead', 'tr'],
      ['tfoot', 'tr'],
    ]),
  ],
  [
    'th',
    new Map([
      ['table', 'tbody'],
      ['tbody', 'tr'],
      ['thead', 'tr'],
      ['tfoot', 'tr'],
    ]),
  ],
]);

/** How many of the open elements (innermost last) a start tag ends. */
export function impliedEnds(name: string, open: readonly { readonly name: string }[]): number {
  const rule = IMPLIED_ENDS.get(name);
  if (!rule) return 0;
  for (let count = 1; count <= open.length; count++) {
    const above = open[open.length - count];
    if (!above || rule.stops.has(above.name)) return 0;
    if (rule.ends.has(above.name)) return count;
  }
  return 0;
}

/** The element to supply between `parent` and a start tag, null where it may stand there. */
export function impliedParent(name: string, parent: string): string | null {
  return IMPLIED_PARENTS.get(name)?.get(parent) ?? null;
}

/** How many of the open elements an end tag ends; 0 where it matches none of them. */
export function endedBy(name: string, open: readonly { readonly name: string }[]): number {
  const passes = name === 'table' || name === 'svg' || TABLE_PARTS.has(name);
  for (let count = 1; count <= open.length; count++) {
    const above = open[open.length - count];
    if (!above) return 0;
    if (above.name === name) return count;
    if (passes ? above.name === 'table' : SCOPE.has(above.name)) return 0;
  }
  return 0;
}
