import type { Atrule, CssNode, Declaration } from 'css-tree';
import generate from 'css-tree/generator';
import type { Block } from './declaration.ts';
import { always, identifier } from './grammar.ts';
import { length } from './numeric-grammar.ts';
import type { MarginBoxName, MarginContent } from './page-style.ts';
import { readBlock } from './read-block.ts';
import { warn, type SheetDraft } from './sheet-draft.ts';
import { significant } from './properties.ts';
import type { MarginBoxRule, PageRule, PageSize } from './sheet.ts';

/** Read `@page` (CSS Paged Media 3, section 4). */
export function readPage(draft: SheetDraft, node: Atrule): PageRule | null {
  const pseudo = node.prelude ? generate(node.prelude).trim().toLowerCase() : '';
  if (pseudo !== '' && pseudo !== ':first') {
    warn(draft, node, `@page ${pseudo} is not supported`, 'use @page or @page :first');
    return null;
  }
  const boxes: MarginBoxRule[] = [];
  let size: PageSize | null = null;
  for (const child of node.block?.children.toArray() ?? []) {
    if (child.type === 'Atrule') boxes.push(...readMarginBox(draft, child));
    if (child.type === 'Declaration' && isSize(child)) size = readSize(draft, child) ?? size;
  }
  return { first: pseudo === ':first', size, block: restOfBlock(draft, node, isSize), boxes };
}

const isSize = (node: Declaration): boolean => node.property.toLowerCase() === 'size';
const isContent = (node: Declaration): boolean => node.property.toLowerCase() === 'content';

/** The declarations that are not read by hand. */
function restOfBlock(
  draft: SheetDraft,
  node: Atrule,
  without: (node: Declaration) => boolean,
): Block {
  const nodes = node.block?.children.toArray() ?? [];
  const rest = nodes.filter((child) => child.type === 'Declaration' && !without(child));
  const blocks = rest.map((child) => readBlock(listOf(child), draft.file, draft.warnings));
  return {
    normal: blocks.flatMap((block) => block.normal),
    important: blocks.flatMap((block) => block.important),
  };
}

const listOf = (child: CssNode): CssNode =>
  ({
    type: 'DeclarationList',
    children: { toArray: (): CssNode[] => [child] },
  }) as unknown as CssNode;

const MM = 96 / 25.4;

/** Sheets by name, px, upright (CSS Paged Media 3, section 7.1). */
const SHEETS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['a3', [297 * MM, 420 * MM]],
  ['a4', [210 * MM, 297 * MM]],
  ['a5', [148 * MM, 210 * MM]],
  ['a6', [105 * MM, 148 * MM]],
  ['b4', [250 * MM, 353 * MM]],
  ['b5', [176 * MM, 250 * MM]],
  ['letter', [8.5 * 96, 11 * 96]],
  ['legal', [8.5 * 96, 14 * 96]],
  ['ledger', [11 * 96, 17 * 96]],
]);

function readSize(draft: SheetDraft, node: Declaration): PageSize | null {
  const nodes = node.value.type === 'Value' ? significant(node.value.children.toArray()) : [];
  const size = namedSize(nodes) ?? givenSize(nodes);
  if (!size)
    warn(
      draft,
      node,
      'invalid value for size',
      'use A4, Letter or two lengths, and landscape or portrait',
    );
  return size;
}

function namedSize(nodes: readonly CssNode[]): PageSize | null {
  const words = nodes.map(identifier);
  const turn = words.find((word) => word === 'landscape' || word === 'portrait');
  const rest = words.filter((word) => word !== turn);
  const [name = 'a4', more] = rest;
  const sheet = SHEETS.get(name ?? '');
  if (!sheet || more !== undefined || nodes.length === 0) return null;
  const [width, height] = sheet;
  return always(turn === 'landscape' ? { width: height, height: width } : { width, height });
}

const side = length('positive');

function givenSize([first, second, more]: readonly CssNode[]): PageSize | null {
  const width = first ? side.read([first]) : null;
  const height = second ? side.read([second]) : width;
  if (!width || !height || more) return null;
  return (context) => ({ width: sheetSide(width, context), height: sheetSide(height, context) });
}

/** A PDF page measures 3 to 14,400 pt a side. */
const sheetSide = <C>(compute: (context: C) => number, context: C): number =>
  Math.min(19_200, Math.max(4, compute(context)));

const NAMES: ReadonlySet<string> = new Set<MarginBoxName>([
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'bottom-left-corner',
  'bottom-left',
  'bottom-center',
  'bottom-right',
  'bottom-right-corner',
]);

function readMarginBox(draft: SheetDraft, node: Atrule): readonly MarginBoxRule[] {
  const name = node.name.toLowerCase();
  if (!NAMES.has(name)) {
    warn(
      draft,
      node,
      `@${name} is not supported`,
      'margin boxes stand along the top and the bottom edge',
    );
    return [];
  }
  let content: readonly MarginContent[] | null = null;
  for (const child of node.block?.children.toArray() ?? [])
    if (child.type === 'Declaration' && isContent(child)) content = readContent(draft, child);
  return [{ name: name as MarginBoxName, content, block: restOfBlock(draft, node, isContent) }];
}

/** Strings and page counters; `none` and `normal` are nothing. */
function readContent(draft: SheetDraft, node: Declaration): readonly MarginContent[] | null {
  const nodes = node.value.type === 'Value' ? significant(node.value.children.toArray()) : [];
  const word = nodes.length === 1 ? identifier(nodes[0]) : null;
  if (word === 'none' || word === 'normal') return [];
  const pieces = nodes.map(readPiece);
  const known = pieces.filter((piece) => piece !== null);
  if (known.length === pieces.length && pieces.length > 0) return known;
  warn(draft, node, 'invalid value for content', 'use strings, counter(page) and counter(pages)');
  return null;
}

function readPiece(node: CssNode): MarginContent | null {
  if (node.type === 'String') return { kind: 'string', text: node.value };
  if (node.type !== 'Function' || node.name.toLowerCase() !== 'counter') return null;
  const counter = identifier(node.children.toArray()[0]);
  return counter === 'page' || counter === 'pages' ? { kind: 'counter', counter } : null;
}
