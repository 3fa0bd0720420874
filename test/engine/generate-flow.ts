import fc from 'fast-check';

/** A page's body: markup, with `?` for every word, numbered once the whole tree is known. */
type Piece = string;

const inline: fc.Arbitrary<Piece> = fc.constantFrom(
  '?',
  '? ?',
  '? ? ? ? ? ? ? ?',
  '<b>?</b> ?',
  '? <span style="padding: 0 3px">? ?</span>',
  '?<br>?',
  '<em>? <b>?</b></em> ?',
);

const text = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));

/** Styles that move boxes and break pages, but take nothing out of the page or out of order. */
const STYLES = [
  '',
  '',
  'margin: 12px 0',
  'padding: 9px 14px',
  'border: 2px solid',
  'break-before: page',
  'break-after: page',
  'break-inside: avoid',
  'break-before: avoid',
  'break-after: avoid',
  'orphans: 4; widows: 3',
  'text-align: right',
  'text-align: justify',
  'line-height: 2',
  'font-size: 20px',
  'box-decoration-break: clone; padding: 6px; border: 1px solid',
  'white-space: pre-line',
  'height: 30px',
  'min-height: 90px',
  'width: 60%',
];

const style = fc.constantFrom(...STYLES);

/** What overflows a set height is not carried on to the next page, so containers have none (docs/css.md, `height`). */
const containerStyle = fc.constantFrom(...STYLES.filter((each) => each !== 'height: 30px'));

const element = (name: string, looks: string, inside: string): Piece =>
  `<${name}${looks === '' ? '' : ` style="${looks}"`}>${inside}</${name}>`;

const paragraph = fc
  .tuple(fc.constantFrom('p', 'p', 'div', 'h3', 'blockquote', 'li'), style, text)
  .map(([name, looks, inside]) => element(name, looks, inside));

/** Containers whose items stand beneath each other, so that their words keep their order. */
const container = fc.constantFrom(
  '',
  '',
  'display: flex; flex-direction: column',
  'display: flex; flex-direction: column; gap: 6px; align-items: stretch',
  'display: grid',
  'display: grid; grid-template-columns: 1fr; row-gap: 5px',
);

function blockOf(child: fc.Arbitrary<Piece>): fc.Arbitrary<Piece> {
  const names = fc.constantFrom('div', 'section', 'ul');
  return fc
    .tuple(names, containerStyle, container, fc.array(child, { minLength: 1, maxLength: 5 }))
    .map(([name, looks, display, children]) =>
      element(name, [looks, display].filter((each) => each !== '').join('; '), children.join('')),
    );
}

/** Short items side by side, as a letterhead has them. */
const sideBySide = fc
  .tuple(
    fc.constantFrom(
      'display: flex; gap: 8px',
      'display: flex; justify-content: space-between',
      'display: grid; grid-template-columns: 1fr 2fr 1fr 1fr',
    ),
    fc.array(fc.constantFrom('<div>?</div>', '<p>?</p>', '<span>? ?</span>'), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([looks, items]) => element('div', looks, items.join('')));

const NESTED = '<table><tr><td>?</td></tr></table>';

/** Cells side by side are short, so that a row stays in order and on its page. */
const cell = fc
  .tuple(
    fc.constantFrom('', '', ' colspan="2"'),
    fc.constantFrom(
      '?',
      '? ?',
      '<p>?</p>',
      '? <b>?</b>',
      NESTED,
      '<div style="display: flex">?</div>',
    ),
  )
  .map(([span, inside]) => `<td${span}>${inside}</td>`);

const row = fc
  .array(cell, { minLength: 1, maxLength: 4 })
  .map((cells) => `<tr>${cells.join('')}</tr>`);

/** Boxes whose longest words may be wider than the room that they are given, which CSS lets overflow. */
const CRAMPED = /width: 60%|font-size: 20px|colspan/;

const section = (name: string): fc.Arbitrary<Piece> =>
  fc.constantFrom('', `<${name}><tr><th>?</th><th>?</th></tr></${name}>`);

const table = fc
  .tuple(
    fc.constantFrom('', 'width: 100%', 'border-collapse: collapse', 'break-inside: avoid'),
    section('thead'),
    fc.array(row, { minLength: 1, maxLength: 25 }),
    section('tfoot'),
  )
  .map(([looks, head, rows, foot]) =>
    element('table', looks, `${head}<tbody>${rows.join('')}</tbody>${foot}`),
  );

const { flow } = fc.letrec<{ flow: Piece }>((tie) => ({
  flow: fc.oneof({ maxDepth: 3 }, paragraph, table, sideBySide, blockOf(tie('flow'))),
}));

/** A page with the words that stand in it, in order. */
export interface GeneratedPage {
  readonly html: string;
  /** Every word has the room that it needs, so that none may stand outside of the margins. */
  readonly roomy: boolean;
  readonly words: readonly string[];
}

const SHEET =
  '@page { size: 400px 300px; margin: 20px } body { margin: 0; font: 12px/1.3 Inter } td { padding: 2px }';

function numbered(pieces: readonly Piece[]): GeneratedPage {
  const words: string[] = [];
  const body = pieces.join('\n').replace(/\?/g, () => {
    words.push(`w${words.length}`);
    return words.at(-1) ?? '';
  });
  return {
    html: `<!doctype html><html lang="en"><title>t</title><style>${SHEET}</style>${body}`,
    roomy: !CRAMPED.test(body),
    words,
  };
}

/** Any tree of blocks, flex and grid containers, tables, also in each other, and paragraphs. */
export const anyPage: fc.Arbitrary<GeneratedPage> = fc
  .array(flow, { minLength: 1, maxLength: 8 })
  .map(numbered);
