import { DEVIATIONS } from './deviations.ts';
import { followsDirection } from './logical.ts';
import { LONGHANDS } from './properties.ts';
import { cssName } from './property.ts';
import { ALIASES, SHORTHANDS } from './shorthands.ts';
import { UA_SHEET } from './ua-sheet.ts';
import { UNSUPPORTED_PROPERTIES } from './unsupported.ts';

/** The tables of elements, which belong to the parser of markup. */
export interface ElementTables {
  readonly known: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  readonly obsoleteAttributes: ReadonlyMap<string, string>;
}

/** Something that a style sheet may hold: how it is written, and what it means. `sample` is a whole style sheet. */
export interface Feature {
  readonly name: string;
  readonly meaning: string;
  readonly sample: string;
}

const selector = (name: string, meaning: string): Feature => ({
  name,
  meaning,
  sample: `${name} { color: red }`,
});

/** Every kind of selector. */
export const SELECTORS: readonly Feature[] = [
  selector('*', 'any element'),
  selector('td', 'elements of this name'),
  selector('.total', 'elements of this class'),
  selector('#terms', 'the element of this id'),
  selector('[href]', 'elements with this attribute'),
  selector('[lang="de" i]', 'the attribute has this value; `i` ignores case'),
  selector('[class~="a"]', 'the attribute lists this word'),
  selector('[lang|="de"]', 'the attribute is this, or begins with this and a hyphen'),
  selector('[href^="https:"]', 'the attribute begins with this'),
  selector('[src$=".svg"]', 'the attribute ends with this'),
  selector('[style*="px"]', 'the attribute contains this'),
  selector('table td', 'within'),
  selector('table > tbody', 'child'),
  selector('h2 + p', 'the next sibling'),
  selector('h2 ~ p', 'any later sibling'),
  selector(':root', 'the `html` element'),
  selector(':empty', 'elements without children and text'),
  selector(':first-child', 'the first of its siblings'),
  selector(':last-child', 'the last of its siblings'),
  selector(':only-child', 'without siblings'),
  selector(':first-of-type', 'the first of its name among its siblings'),
  selector(':last-of-type', 'the last of its name among its siblings'),
  selector(':only-of-type', 'the only one of its name among its siblings'),
  selector(':nth-child(2n+1)', 'by number; also `odd` and `even`'),
  selector(':nth-last-child(2)', 'by number from the end'),
  selector(':nth-of-type(2n)', 'by number among those of its name'),
  selector(':nth-last-of-type(1)', 'by number from the end among those of its name'),
  selector(':lang(de)', 'the nearest `lang` attribute is this, or begins with this and a hyphen'),
  selector(':not(.a, .b)', 'none of these'),
  selector(
    'li::before',
    'generated content in front of what the element holds; text of the element',
  ),
  selector('li::after', 'generated content behind it'),
  selector(':is(td, th)', 'any of these'),
  selector(':where(td, th)', 'any of these, without specificity'),
];

const rule = (name: string, meaning: string, sample: string): Feature => ({
  name,
  meaning,
  sample,
});

/** Every rule that begins with @. */
export const AT_RULES: readonly Feature[] = [
  rule(
    '@media',
    '`print` and `all` count, `screen` and other types do not; `not`, `only` and lists are understood',
    '@media print, not screen { p { color: red } }',
  ),
  rule(
    '@supports',
    'declarations in brackets with `not`, `and` and `or`; what this page lists is supported, `selector()` is not understood',
    '@supports (display: grid) and (not (float: left)) { p { color: red } }',
  ),
  rule(
    '@page, @page :first',
    '`size` (A3 to A6, B4, B5, Letter, Legal, Ledger, `landscape`, or lengths) and `margin`',
    '@page :first { size: A4 landscape; margin: 2cm }',
  ),
  rule(
    '@top-left … @bottom-right-corner',
    'margin boxes within `@page`: `content` of strings, `counter(page)` and `counter(pages)`, text properties, border and background',
    '@page { @bottom-right-corner { content: counter(page) " / " counter(pages); color: red } }',
  ),
  rule(
    '@font-face',
    '`font-family`, `src: url()` of a file in the page’s folder or a `data:` URL, `font-weight`, `font-style`',
    '@font-face { font-family: Corporate; src: url(corporate.ttf); font-weight: 700 }',
  ),
  rule('@charset', 'accepted; style sheets are UTF-8', '@charset "utf-8";'),
];

const unit = (name: string, meaning: string): Feature => {
  const property = /deg|grad|rad|turn/.test(name) ? 'transform: rotate' : 'width: calc';
  return { name, meaning, sample: `p { ${property}(1${name}) }` };
};

/** Every unit. */
export const UNITS: readonly Feature[] = [
  unit('px', '1/96 in'),
  unit('pt', '1/72 in'),
  unit('pc', '12 pt'),
  unit('in', '2.54 cm'),
  unit('cm', '10 mm'),
  unit('mm', '1/25.4 in'),
  unit('q', '1/4 mm'),
  unit('em', 'the element’s `font-size`; in `font-size` the parent’s'),
  unit('rem', 'the root element’s `font-size`'),
  unit('ex', 'the height of the face’s small letters'),
  unit('ch', 'the width of the face’s digit 0'),
  unit('%', 'as the property says'),
  { name: 'fr', meaning: 'a share of a grid', sample: 'p { grid-template-columns: 1fr }' },
  unit('deg', '1/360 of a turn'),
  unit('grad', '1/400 of a turn'),
  unit('rad', 'the angle of an arc as long as its radius'),
  unit('turn', 'a full turn'),
];

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const features = (list: readonly Feature[]): readonly (readonly string[])[] =>
  list.map(({ name, meaning }) => [code(name), meaning]);

/** Declarations of the browsers' sheet by element; what needs surroundings (lists in lists) is left out. */
function defaultsByElement(): ReadonlyMap<string, readonly string[]> {
  const defaults = new Map<string, readonly string[]>();
  for (const [, heads = '', body = ''] of UA_SHEET.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const texts = body.split(';').map((text) => text.trim());
    const visible = texts.filter((text) => text !== '' && !text.includes('-platen-'));
    for (const head of heads.split(',').map((text) => text.trim())) {
      const [, name = '', condition] = /^([a-z][a-z0-9]*)(\[\w+\])?$/.exec(head) ?? [];
      const added = condition ? visible.map((text) => `${text} (${head})`) : visible;
      defaults.set(name, [...(defaults.get(name) ?? []), ...added]);
    }
  }
  return defaults;
}

function elementRows({ known }: ElementTables): readonly (readonly string[])[] {
  const defaults = defaultsByElement();
  return [...known].map((name) => {
    const looks = defaults.get(name) ?? [];
    return [code(name), looks.map(code).join('<br>')];
  });
}

function propertyRows(): readonly (readonly string[])[] {
  return LONGHANDS.map(({ name, grammar, initial, inherited, applies }) => [
    code(name),
    code(grammar.syntax),
    code(initial),
    inherited ? 'yes' : 'no',
    applies,
  ]);
}

function shorthandRows(): readonly (readonly string[])[] {
  return SHORTHANDS.map(({ name, syntax, longhands }) => [
    code(name),
    code(syntax),
    longhands.map((key) => code(cssName(key))).join(', '),
  ]);
}

const list = (names: Iterable<string>): string => [...names].map(code).join(', ');

/** Flow-relative names mean another side where text runs from right to left. */
function aliasMeaning(name: string, meaning: string): string {
  const other = meaning.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left'));
  const both = followsDirection(name) && other !== meaning;
  return both ? `${code(meaning)}; from right to left ${code(other)}` : code(meaning);
}

const pairs = (entries: ReadonlyMap<string, string>): readonly (readonly string[])[] =>
  [...entries].map(([name, meaning]) => [code(name), meaning]);

/** All that pages may use, as Markdown: elements, selectors, rules, properties, units, and where they deviate. */
export function describeCss(elements: ElementTables): string {
  const sections: readonly (readonly [title: string, ...parts: string[]])[] = [
    ['Elements', table(['element', 'style by default'], elementRows(elements))],
    ['Elements that are left out', `${list(elements.refused)}.`],
    [
      'Attributes that are not supported',
      table(['attribute', 'use instead'], pairs(elements.obsoleteAttributes)),
    ],
    ['Selectors', table(['selector', 'chooses'], features(SELECTORS))],
    ['Rules', table(['rule', 'meaning'], features(AT_RULES))],
    ['Units', table(['unit', 'size'], features(UNITS))],
    [
      'Properties',
      table(['property', 'values', 'initial', 'inherited', 'applies to'], propertyRows()),
    ],
    ['Shorthands', table(['property', 'values', 'sets'], shorthandRows())],
    [
      'Other names of properties',
      table(
        ['name', 'means'],
        [...ALIASES].map(([name, meaning]) => [code(name), aliasMeaning(name, meaning)]),
      ),
    ],
    [
      'Properties that are not supported',
      table(['property', 'what to do'], pairs(UNSUPPORTED_PROPERTIES)),
    ],
    [
      'Where it deviates',
      table(
        ['subject', 'specification', 'here'],
        DEVIATIONS.map(({ subject, section, what }) => [subject, section, what]),
      ),
    ],
  ];
  return (
    sections.map(([title, ...parts]) => [`## ${title}`, ...parts].join('\n\n')).join('\n\n') + '\n'
  );
}
