import { childrenOf, type Element } from '../markup/element.ts';
import type { Style } from '../style/style.ts';
import { warn, type Build, type Frame } from './build.ts';
import type { CellTag, Role, Tag, TagProperties } from './tag.ts';

/** Elements to structure types; elements that are not here hang their content in the tag around them. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['section', 'Sect'],
  ['article', 'Sect'],
  ['h1', 'H1'],
  ['h2', 'H2'],
  ['h3', 'H3'],
  ['h4', 'H4'],
  ['h5', 'H5'],
  ['h6', 'H6'],
  ['p', 'P'],
  ['pre', 'P'],
  ['dt', 'P'],
  ['dd', 'P'],
  ['figcaption', 'P'],
  ['summary', 'P'],
  ['ul', 'L'],
  ['ol', 'L'],
  ['menu', 'L'],
  ['li', 'LI'],
  ['table', 'Table'],
  ['thead', 'THead'],
  ['tbody', 'TBody'],
  ['tfoot', 'TFoot'],
  ['tr', 'TR'],
  ['th', 'TH'],
  ['td', 'TD'],
  ['caption', 'Caption'],
  ['img', 'Figure'],
  ['svg', 'Figure'],
  ['a', 'Link'],
  ['code', 'Code'],
  ['blockquote', 'BlockQuote'],
  ...[
    'div',
    'header',
    'footer',
    'main',
    'nav',
    'aside',
    'address',
    'hgroup',
    'dl',
    'figure',
    'center',
    'details',
  ].map((name): [string, Role] => [name, 'Div']),
]);

const TABLE_ROLES: ReadonlySet<Role> = new Set<Role>([
  'Table',
  'THead',
  'TBody',
  'TFoot',
  'TR',
  'TH',
  'TD',
  'Caption',
]);

/** The tag of an element, or the one around it where it needs none of its own. */
export function tagOf(element: Element, style: Style, parent: Frame, build: Build): Tag {
  const around = parent.tag;
  if (around.role === 'Artifact') return around;
  const isForeign = style.language !== parent.style.language;
  const role = roleOf(element, isForeign, around, build);
  if (role === null) return around;
  const order = build.nextOrder();
  const { id } = element.attributes;
  if (id !== undefined) build.orders.set(id, order);
  const own = ownProperties(element, role, parent, build);
  const properties = isForeign ? { ...NO_PROPERTIES, ...own, language: style.language } : own;
  return { role, parent: around, order, properties };
}

const NO_PROPERTIES: TagProperties = {
  language: null,
  alternative: null,
  link: null,
  cell: null,
};

/** What an element says beside its role, but for its language. */
function ownProperties(
  element: Element,
  role: Role,
  parent: Frame,
  build: Build,
): TagProperties | null {
  switch (role) {
    case 'Figure':
      return { ...NO_PROPERTIES, alternative: alternative(element) };
    case 'Link':
      return { ...NO_PROPERTIES, link: (element.attributes['href'] ?? '').trim() };
    case 'TD':
    case 'TH':
      return cellProperties(element, role, parent, build);
    default:
      return null;
  }
}

function roleOf(element: Element, isForeign: boolean, around: Tag, build: Build): Role | null {
  const { attributes } = element;
  if (attributes['aria-hidden']?.trim() === 'true') return 'Artifact';
  const role = ROLES.get(element.name) ?? (isForeign ? 'Span' : null);
  const bare = attributes['role'] === 'presentation' || attributes['role'] === 'none';
  if (role === 'Figure') return bare || isDecorative(element, build) ? 'Artifact' : role;
  if (role === 'Link') return isLink(element, build) ? role : null;
  if (role !== null && TABLE_ROLES.has(role)) return bare || !hasTable(role, around) ? null : role;
  if (role === 'LI') return around.role === 'L' ? role : 'P';
  return bare ? null : role;
}

/** Table parts are tagged as such within a table only: not where `role="presentation"` took the table away. */
function hasTable(role: Role, parent: Tag): boolean {
  return role === 'Table' || TABLE_ROLES.has(parent.role);
}

/** `alt=""` says that a picture means nothing (HTML, section 4.8.4.4). */
function isDecorative(element: Element, build: Build): boolean {
  const words = alternative(element);
  if (words === null)
    warn(
      build,
      element.source,
      `<${element.name}> has no text for those who cannot see it`,
      hintFor(element),
    );
  return words === '' || (words === null && element.name === 'svg');
}

const hintFor = (element: Element): string =>
  element.name === 'img'
    ? 'give alt="…", or alt="" for decoration'
    : 'give aria-label="…", or aria-hidden="true"';

function alternative(element: Element): string | null {
  const label = element.attributes['aria-label'] ?? element.attributes['alt'];
  if (label !== undefined || element.name !== 'svg') return label?.trim() ?? null;
  const title = childrenOf(element).find(
    (child) => child.kind === 'element' && child.name === 'title',
  );
  const [words] = title?.kind === 'element' ? childrenOf(title) : [];
  return words?.kind === 'text' ? words.text.trim() : null;
}

const LINKS = /^\s*(?:https?:|mailto:|tel:)/i;

function isLink(element: Element, build: Build): boolean {
  const { href } = element.attributes;
  if (href === undefined || href.trim() === '') return false;
  if (LINKS.test(href)) return true;
  warn(
    build,
    element.source,
    `the link to ${href.slice(0, 80)} is not supported`,
    'links are http, https, mailto or tel',
  );
  return false;
}

const SCOPES: Readonly<Record<string, CellTag['scope']>> = {
  col: 'Column',
  colgroup: 'Column',
  row: 'Row',
  rowgroup: 'Row',
};

function cellProperties(
  element: Element,
  role: Role,
  row: Frame,
  build: Build,
): TagProperties | null {
  const { attributes } = element;
  const scope = role === 'TH' ? scopeOf(element, row) : null;
  const columnSpan = spanOf(attributes['colspan'], MOST_COLUMNS);
  const rowSpan = spanOf(attributes['rowspan'], MOST_ROWS);
  const names = attributes['headers'];
  if (names === undefined && columnSpan === 1 && rowSpan === 1)
    return scope === null ? null : PLAIN_HEADS[scope];
  const headers = ordersOf(names ?? '', build);
  return { ...NO_PROPERTIES, cell: { scope, columnSpan, rowSpan, headers } };
}

function scopeOf(element: Element, row: Frame): CellTag['scope'] {
  return SCOPES[element.attributes['scope']?.toLowerCase() ?? ''] ?? guessedScope(element, row);
}

function ordersOf(ids: string, build: Build): readonly number[] {
  return ids.split(/\s+/).flatMap((id) => build.orders.get(id) ?? []);
}

const plainHead = (scope: CellTag['scope']): TagProperties => ({
  ...NO_PROPERTIES,
  cell: { scope, columnSpan: 1, rowSpan: 1, headers: [] },
});

/** What nearly all head cells tell; shared, because tables have many of them. */
const PLAIN_HEADS: Readonly<Record<NonNullable<CellTag['scope']>, TagProperties>> = {
  Row: plainHead('Row'),
  Column: plainHead('Column'),
  Both: plainHead('Both'),
};

/** A head cell that does not say what it heads: its row where it begins one in a body, else its column. */
function guessedScope(element: Element, { element: row, position }: Frame): CellTag['scope'] {
  if (position.parent?.element.name === 'thead') return 'Column';
  const first = childrenOf(row).find((child) => child.kind === 'element');
  return first === element ? 'Row' : 'Column';
}

/** As far as a cell may reach across (HTML, section 4.9.11). */
export const MOST_COLUMNS = 1000;

/** As far as a cell may reach down. */
export const MOST_ROWS = 65_534;

/** `colspan` and `rowspan` (HTML, section 4.9.11); a row span of 0 reaches to the end of the group. */
export function spanOf(text: string | undefined, most: number): number {
  if (text === undefined) return 1;
  const match = /^\s*\+?(\d{1,9})/.exec(text);
  const span = match ? Number(match[1]) : 1;
  if (span === 0) return most === MOST_COLUMNS ? 1 : most;
  return Math.min(most, span);
}
