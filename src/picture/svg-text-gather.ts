import { childrenOf, type Element } from '../markup/element.ts';
import { readLength } from './svg-length.ts';
import { declarationsOf } from './svg-rules.ts';
import { enter, type Surroundings, type Walk } from './svg-surroundings.ts';

/** The element that characters stand in, with what holds there. */
export interface Span {
  readonly element: Element;
  readonly around: Surroundings;
}

/** A character with what attributes say of its place; null where they say nothing. */
export interface TextCharacter extends Record<Place, number | null> {
  readonly text: string;
  readonly span: Span;
}

type Place = 'x' | 'y' | 'dx' | 'dy' | 'rotate';
const PLACES = ['x', 'y', 'dx', 'dy', 'rotate'] as const;

/** Elements within text whose content is set like the text around it. */
const SPANS = new Set(['tspan', 'a']);
const UNSEEN = new Set(['title', 'desc', 'metadata', 'style', 'script']);

/** Elements within each other that text is gathered from. */
const DEEPEST = 100;

interface Gathering {
  readonly walk: Walk;
  readonly characters: TextCharacter[];
  /** Whether the last character is a space that swallows the next ones. */
  afterSpace: boolean;
}

/** All characters of a `text` element, white space collapsed (SVG 2, section 11.5). */
export function gatherText(
  walk: Walk,
  element: Element,
  around: Surroundings,
): readonly TextCharacter[] {
  const gathering: Gathering = { walk, characters: [], afterSpace: true };
  gatherFrom(gathering, { element, around });
  const { characters } = gathering;
  const last = characters.at(-1);
  if (last?.text === ' ' && !last.span.around.style.font.preserve) characters.pop();
  return characters;
}

function gatherFrom(gathering: Gathering, span: Span): void {
  const { walk, characters } = gathering;
  const start = characters.length;
  for (const child of childrenOf(span.element)) {
    if (child.kind === 'text') addCharacters(gathering, child.text, span);
    else if (!UNSEEN.has(child.name)) gatherElement(gathering, child, span);
  }
  placeCharacters(characters, start, span, walk);
}

function gatherElement(gathering: Gathering, element: Element, { around }: Span): void {
  const { walk } = gathering;
  walk.visits -= 1;
  if (!SPANS.has(element.name) || walk.visits <= 0 || around.depth > DEEPEST) {
    const message = `the SVG element <${element.name}> within text is not supported and left out`;
    return walk.warn(element, message, 'use tspan');
  }
  const given = declarationsOf(element, walk.rules);
  if (given['display'] === 'none') return;
  gatherFrom(gathering, { element, around: enter(walk, element, given, around) });
}

const SPACE = /^[\t\n\f\r ]$/;

function addCharacters(gathering: Gathering, text: string, span: Span): void {
  const { preserve } = span.around.style.font;
  for (const character of text) {
    // Every character takes a step at least: a picture is too large with more of them than it may have steps.
    gathering.walk.steps -= 1;
    if (gathering.walk.steps <= 0) return;
    const space = SPACE.test(character);
    if (space && !preserve && gathering.afterSpace) continue;
    gathering.afterSpace = space && !preserve;
    const nowhere = { x: null, y: null, dx: null, dy: null, rotate: null };
    gathering.characters.push({ text: space ? ' ' : character, span, ...nowhere });
  }
}

/** Give characters the places that their element lists; those of elements within it count first. */
function placeCharacters(
  characters: readonly TextCharacter[],
  start: number,
  span: Span,
  walk: Walk,
): void {
  const { width, height } = walk.viewport;
  const em = span.around.style.font.size;
  for (const place of PLACES) {
    const base = place === 'x' || place === 'dx' ? width : height;
    const values = readList(span.element.attributes[place], base, em);
    const count = place === 'rotate' && values.length > 0 ? characters.length : values.length;
    for (let index = 0; index < count && start + index < characters.length; index++) {
      const character = characters[start + index];
      if (character) character[place] ??= values[index] ?? values.at(-1) ?? null;
    }
  }
}

function readList(text: string | undefined, base: number, em: number): readonly number[] {
  if (text === undefined) return [];
  const parts = text.trim().split(/[\s,]+/);
  return parts.map((part) => readLength(part, base, em)).filter((value) => value !== null);
}
