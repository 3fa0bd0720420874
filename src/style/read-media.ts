import type { Atrule, CssNode, MediaQuery } from 'css-tree';
import generate from 'css-tree/generator';

/** Whether a rule counts for print, and the first part that could not be judged. */
export interface Media {
  readonly applies: boolean;
  readonly refused: string | null;
}

const NEVER: ReadonlySet<string> = new Set([
  'screen',
  'speech',
  'tty',
  'tv',
  'projection',
  'handheld',
  'braille',
  'aural',
]);

/** Judge a media query list: print and all count, screen does not, everything that measures a screen is refused by name. */
export function readMedia(prelude: Atrule['prelude']): Media {
  const queries = prelude ? mediaQueries(prelude) : [];
  if (queries.length === 0) return { applies: true, refused: null };
  const answers = queries.map(judge);
  return {
    applies: answers.some((answer) => answer.applies),
    refused: answers.find((answer) => answer.refused !== null)?.refused ?? null,
  };
}

function mediaQueries(node: CssNode): readonly CssNode[] {
  switch (node.type) {
    case 'AtrulePrelude':
    case 'MediaQueryList':
      return node.children
        .toArray()
        .flatMap((child) => (child.type === 'MediaQuery' ? [child] : mediaQueries(child)));
    case 'MediaQuery':
    case 'Raw':
      return [node];
    default:
      return [];
  }
}

/** `@types/css-tree` describes an older shape of the node. */
type Query = MediaQuery & {
  readonly modifier?: string | null;
  readonly mediaType?: string | null;
  readonly condition?: CssNode | null;
};

function judge(node: CssNode): Media {
  const refused: Media = { applies: false, refused: generate(node).trim() };
  if (node.type !== 'MediaQuery') return refused;
  const { modifier, mediaType, condition } = node as Query;
  const type = mediaType?.toLowerCase() ?? null;
  if (condition || type === null) return refused;
  const known = type === 'print' || type === 'all';
  if (!known && !NEVER.has(type)) return refused;
  const negated = modifier?.toLowerCase() === 'not';
  return { applies: known !== negated, refused: null };
}

/** Judge the `media` attribute of a link or style element. */
export function mediaAttributeApplies(text: string | undefined): boolean {
  if (text === undefined) return true;
  const words = text.toLowerCase().split(',');
  return words.some((word) =>
    ['', 'all', 'print', 'only print', 'not screen'].includes(word.trim()),
  );
}
