import type { Flow, ItemName } from '../layout/item.ts';

/** What a warning calls an item: `row at invoice.hbs:40:3`. */
export function nameWords(name: ItemName, lines: Flow['lines']): string {
  if (typeof name === 'string') return name;
  const { file, line, column } = lines.at(name.source);
  return `${name.kind} at ${file}:${line}:${column}`;
}
