/** Names and object numbers of what a content stream uses, by resource category. */
export type Resources = Readonly<
  Record<'Font' | 'ExtGState' | 'XObject' | 'Pattern', ReadonlyMap<string, number>>
>;

/** Resources as one dictionary's text. */
export function resourceText({ Font, ExtGState, XObject, Pattern }: Resources): string {
  const fonts = nameDictionary('Font', Font);
  const states = nameDictionary('ExtGState', ExtGState);
  const objects = nameDictionary('XObject', XObject);
  return `<<${fonts}${states}${objects}${nameDictionary('Pattern', Pattern)}>>`;
}

function nameDictionary(category: string, names: ReadonlyMap<string, number>): string {
  if (names.size === 0) return '';
  let entries = '';
  for (const [name, id] of names) entries += `/${name} ${reference(id)}`;
  return `/${category}<<${entries}>>`;
}

/** Text that pdfkit's serialiser prints as it is: it takes plain objects for dictionaries, by their tag. */
export function raw(text: string): object {
  return { [Symbol.toStringTag]: 'Raw', toString: () => text };
}

/** `12 0 R`. */
export function reference(id: number): string {
  return `${id} 0 R`;
}
