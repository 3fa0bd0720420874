import type { Element } from '../markup/element.ts';
import { styleElement } from '../style/style-element.ts';
import type { StyledNode } from '../style/style-cache.ts';
import type { ContentPiece } from '../style/content-piece.ts';
import { siblingsOf, type TreePosition } from '../style/tree-position.ts';
import { askFor, warn, type Build, type Frame } from './build.ts';
import { applyCounters, counterWords } from './counters.ts';
import { quotationMark } from './quotes.ts';

/** What generated content brings into a document at most, characters. */
const MOST_CHARACTERS = 1_000_000;

/** Whether elements of this name may have `::before` and `::after`: asked of every element, so it has to be cheap. */
export function mayGenerate({ element }: Frame, { cascade }: Build): boolean {
  return cascade.rules.generates || element.name === 'q';
}

/**
 * The frame of `::before` or `::after`: a child of its element that no markup has, which holds the generated words as text
 * of the element; null where there is none (CSS Pseudo-Elements 4, section 4.1).
 */
export function generatedFrame(
  name: '::before' | '::after',
  frame: Frame,
  build: Build,
): Frame | null {
  const { source } = frame.element;
  const bare: Element = {
    kind: 'element',
    name,
    attributes: {},
    content: [],
    source,
    textSource: source,
  };
  const siblings = siblingsOf([bare]);
  const position: TreePosition = { element: bare, parent: frame.position, siblings, index: 0 };
  const node = styleElement(build.cascade, position, frame.node);
  const { content, display, counterReset, counterIncrement, fontFamily } = node.style;
  if (typeof content === 'string' || display === 'none') return null;
  if (node.warnings.length > 0) build.doubtful.add(node);
  askFor(build, fontFamily, source);
  applyCounters(frame.counters, counterReset, counterIncrement);
  const text = wordsOf(content, frame, node, build);
  const { style } = node;
  const depth = frame.depth + 1;
  return {
    ...frame,
    element: { ...bare, content: text === '' ? [] : text },
    position,
    node,
    style,
    marker: null,
    depth,
  };
}

function wordsOf(
  content: readonly ContentPiece[],
  frame: Frame,
  node: StyledNode,
  build: Build,
): string {
  const text = content.map((piece) => pieceText(piece, frame, node, build)).join('');
  const { generated } = build;
  if (generated.characters > MOST_CHARACTERS) return '';
  generated.characters += text.length;
  if (generated.characters <= MOST_CHARACTERS) return text;
  const message = `there are more than ${MOST_CHARACTERS} characters of generated content`;
  warn(build, frame.element.source, message, 'the rest is left out');
  return '';
}

function pieceText(piece: ContentPiece, frame: Frame, node: StyledNode, build: Build): string {
  switch (piece.kind) {
    case 'string':
      return piece.text;
    case 'attribute': {
      const { attributes } = frame.element;
      return Object.hasOwn(attributes, piece.name) ? (attributes[piece.name] ?? '') : '';
    }
    case 'counter':
      return counterWords(frame.counters, piece);
    case 'quote':
      return quote(piece, node.style.language, build);
  }
}

function quote(
  { opens, shows }: Extract<ContentPiece, { kind: 'quote' }>,
  language: string,
  { generated }: Build,
): string {
  if (!opens && generated.quotes === 0) return '';
  if (!opens) generated.quotes -= 1;
  const mark = shows ? quotationMark(language, generated.quotes, opens) : '';
  if (opens) generated.quotes += 1;
  return mark;
}
