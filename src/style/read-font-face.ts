import type { Atrule, CssNode, Declaration } from 'css-tree';
import { identifier, splitAt } from './grammar.ts';
import { nodeSource, warn, type SheetDraft } from './sheet-draft.ts';
import { significant } from './properties.ts';
import type { FontFaceDescription } from './sheet.ts';
import { readLonghand } from './shorthand.ts';

const IGNORED: ReadonlySet<string> = new Set(['font-display']);
const KNOWN: ReadonlySet<string> = new Set([
  'font-family',
  'src',
  'font-weight',
  'font-style',
  ...IGNORED,
]);

/** Read `@font-face` (CSS Fonts 4, section 4): family, weight, style and the files to try. */
export function readFontFace(draft: SheetDraft, node: Atrule): FontFaceDescription | null {
  const values = new Map<string, readonly CssNode[]>();
  for (const child of node.block?.children.toArray() ?? [])
    if (child.type === 'Declaration') addDescriptor(draft, values, child);
  const [family] = values.get('font-family') ?? [];
  const urls = readUrls(values.get('src') ?? []);
  const name =
    family?.type === 'String' ? family.value : familyName(values.get('font-family') ?? []);
  if (name === '' || urls.length === 0) {
    warn(draft, node, '@font-face needs font-family and src: url(…)', 'local() fonts are not used');
    return null;
  }
  const { weight, slant } = {
    weight: readWeight(draft, node, values),
    slant: readSlant(draft, node, values),
  };
  return { family: name, weight, slant, urls, source: nodeSource(node, draft.file) };
}

function addDescriptor(
  draft: SheetDraft,
  values: Map<string, readonly CssNode[]>,
  node: Declaration,
): void {
  const name = node.property.toLowerCase();
  if (!KNOWN.has(name)) warn(draft, node, `the descriptor ${name} of @font-face is not supported`);
  if (node.value.type === 'Value') values.set(name, significant(node.value.children.toArray()));
}

const familyName = (nodes: readonly CssNode[]): string =>
  nodes
    .map((node) => (node.type === 'Identifier' ? node.name : ''))
    .join(' ')
    .trim();

function readUrls(nodes: readonly CssNode[]): readonly string[] {
  return splitAt(nodes, ',').flatMap(([first]) =>
    first?.type === 'Url' ? [String(first.value)] : [],
  );
}

type Values = ReadonlyMap<string, readonly CssNode[]>;

function readWeight(draft: SheetDraft, node: Atrule, values: Values): number {
  const nodes = values.get('font-weight');
  if (!nodes) return 400;
  const word = identifier(nodes[0]);
  if (nodes.length === 1 && (word === 'normal' || word === 'bold'))
    return word === 'bold' ? 700 : 400;
  const [value] = nodes;
  if (nodes.length === 1 && value?.type === 'Number') return Number(value.value);
  warn(
    draft,
    node,
    'the font-weight of @font-face must be one number, normal or bold',
    'variable fonts are not used',
  );
  return 400;
}

function readSlant(draft: SheetDraft, node: Atrule, values: Values): 'normal' | 'italic' {
  const nodes = values.get('font-style');
  if (!nodes) return 'normal';
  if (!readLonghand('fontStyle', nodes))
    warn(draft, node, 'the font-style of @font-face must be normal or italic');
  return identifier(nodes[0]) === 'normal' ? 'normal' : 'italic';
}
