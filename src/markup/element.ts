/** Where a piece of markup or CSS stands; line and column count from 1. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A node of the document tree. */
export type Node = Element | Text;

/** An element with lower-case name and attributes (SVG names keep their case). */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly source: Source;
}

/** Character data, entities resolved, white space as written. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly source: Source;
}

/** Print a source as `file:line:column`. */
export function place(source: Source): string {
  return `${source.file}:${source.line}:${source.column}`;
}
