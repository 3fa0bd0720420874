import type { CssNode } from 'css-tree';
import { always, either, identifier, keywords, splitAt, type Grammar } from '../grammar.ts';
import { reset, type PropertyGroup } from '../property.ts';
import type { ContentPiece, CounterChange } from '../content-piece.ts';

const QUOTES: Readonly<Record<string, ContentPiece | undefined>> = {
  'open-quote': { kind: 'quote', opens: true, shows: true },
  'close-quote': { kind: 'quote', opens: false, shows: true },
  'no-open-quote': { kind: 'quote', opens: true, shows: false },
  'no-close-quote': { kind: 'quote', opens: false, shows: false },
};

function readPiece(node: CssNode): ContentPiece | null {
  if (node.type === 'String') return { kind: 'string', text: node.value };
  const word = identifier(node);
  if (word !== null) return QUOTES[word] ?? null;
  return node.type === 'Function'
    ? readFunction(node.name.toLowerCase(), node.children.toArray())
    : null;
}

function readFunction(name: string, inside: readonly CssNode[]): ContentPiece | null {
  const nodes = inside.filter(({ type }) => type !== 'WhiteSpace' && type !== 'Comment');
  const parts = splitAt(nodes, ',');
  if (parts.some((part) => part.length !== 1)) return null;
  const [first, second, third] = parts.map(([node]) => node);
  if (first?.type !== 'Identifier') return null;
  if (name === 'attr')
    return second === undefined ? { kind: 'attribute', name: first.name.toLowerCase() } : null;
  if (name === 'counter' && third === undefined) return counter(first.name, null, second);
  if (name !== 'counters' || second?.type !== 'String') return null;
  return counter(first.name, second.value, third);
}

function counter(name: string, between: string | null, style?: CssNode): ContentPiece | null {
  const word = style === undefined ? 'decimal' : identifier(style);
  return word === null ? null : { kind: 'counter', name, style: word, between };
}

const pieces: Grammar<readonly ContentPiece[]> = {
  syntax:
    '[ <string> | attr(<ident>) | counter(<ident>, <counter-style>?) | counters(<ident>, <string>, <counter-style>?) | open-quote | close-quote | no-open-quote | no-close-quote ]+',
  read: (nodes) => {
    const read = nodes.map(readPiece).filter((piece) => piece !== null);
    return nodes.length > 0 && read.length === nodes.length ? always(read) : null;
  },
};

const MOST = 1_000_000;

/** Names, each with a whole number or without one. */
const changes = (least: number): Grammar<readonly CounterChange[]> => ({
  syntax: 'none | [ <ident> <integer>? ]+',
  read: (nodes) => {
    if (nodes.length === 1 && identifier(nodes[0]) === 'none') return always([]);
    const found: { name: string; value: number }[] = [];
    for (const node of nodes) {
      const last = found.at(-1);
      if (node.type === 'Identifier') found.push({ name: node.name, value: least });
      else if (node.type === 'Number' && /^[+-]?\d+$/.test(node.value) && last)
        last.value = Math.min(MOST, Math.max(-MOST, Number(node.value)));
      else return null;
    }
    return found.length > 0 ? always(found) : null;
  },
});

/** Generated content and counters (CSS Generated Content 3, CSS Lists 3). */
export const CONTENT_PROPERTIES: PropertyGroup<'content' | 'counterReset' | 'counterIncrement'> = {
  content: reset('normal', either(keywords('normal', 'none'), pieces), '`::before` and `::after`'),
  counterReset: reset('none', changes(0), 'all elements'),
  counterIncrement: reset('none', changes(1), 'all elements'),
};
