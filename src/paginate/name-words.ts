import type { ItemName } from '../layout/item.ts';

/** What a warning calls an item: `row at invoice.hbs:40:3`. */
export function nameWords(name: ItemName): string {
  if (typeof name === 'string') return name;
  const { file, line, column } = name.source;
  return `${name.kind} at ${file}:${line}:${column}`;
}
