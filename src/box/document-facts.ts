import { childrenOf, type Element } from '../markup/element.ts';

/** What a document says of itself in its head. */
export interface DocumentFacts {
  readonly language: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Read `<html lang>`, `<title>` and `<meta name content>`. */
export function documentFacts(root: Element): DocumentFacts {
  const metas: (readonly [string, string])[] = [];
  let title: Element | null = null;
  for (const head of childrenOf(root)) {
    if (head.kind !== 'element' || head.name !== 'head') continue;
    for (const entry of childrenOf(head)) {
      if (entry.kind !== 'element') continue;
      if (entry.name === 'title') title ??= entry;
      if (entry.name === 'meta') addMeta(entry, metas);
    }
  }
  return {
    language: root.attributes['lang']?.trim() || 'en',
    title: title ? textOf(title).replace(/\s+/g, ' ').trim() : '',
    meta: Object.fromEntries(metas),
  };
}

const textOf = (element: Element): string =>
  childrenOf(element)
    .map((child) => (child.kind === 'text' ? child.text : ''))
    .join('');

function addMeta({ attributes }: Element, metas: (readonly [string, string])[]): void {
  const name = attributes['name']?.trim().toLowerCase();
  if (name) metas.push([name, attributes['content'] ?? '']);
}
