/** Names and object numbers of what a content stream uses, by resource category. */
export type Resources = Readonly<
  Record<'Font' | 'ExtGState' | 'XObject' | 'Pattern', ReadonlyMap<string, number>>
>;

/** Resources as one dictionary's text. */
export function resourceText(resources: Resources): string {
  const entries = Object.entries(resources).filter(([, names]) => names.size > 0);
  return `<<${entries.map(([category, names]) => `/${category}${nameDictionary(names)}`).join('')}>>`;
}

function nameDictionary(names: ReadonlyMap<string, number>): string {
  return `<<${[...names].map(([name, id]) => `/${name} ${reference(id)}`).join('')}>>`;
}

/** Text that pdfkit's serialiser prints as it is: it takes plain objects for dictionaries, by their tag. */
export function raw(text: string): object {
  return { [Symbol.toStringTag]: 'Raw', toString: () => text };
}

/** `12 0 R`. */
export function reference(id: number): string {
  return `${id} 0 R`;
}
