import { childrenOf, type Element } from '../markup/element.ts';

/** What a document says of itself in its head. */
export interface DocumentFacts {
  readonly language: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Read `<html lang>`, `<title>` and `<meta name content>`. */
export function documentFacts(root: Element): DocumentFacts {
  const head = childElements(root).filter((element) => element.name === 'head');
  const entries = head.flatMap(childElements);
  const title = entries.find((element) => element.name === 'title');
  const metas = entries.filter((element) => element.name === 'meta').flatMap(metaEntry);
  return {
    language: root.attributes['lang']?.trim() || 'en',
    title: title ? textOf(title).replace(/\s+/g, ' ').trim() : '',
    meta: Object.fromEntries(metas),
  };
}

const childElements = (element: Element): readonly Element[] =>
  childrenOf(element).filter((child) => child.kind === 'element');

const textOf = (element: Element): string =>
  childrenOf(element)
    .map((child) => (child.kind === 'text' ? child.text : ''))
    .join('');

function metaEntry({ attributes }: Element): readonly (readonly [string, string])[] {
  const name = attributes['name']?.trim().toLowerCase();
  return name ? [[name, attributes['content'] ?? '']] : [];
}
