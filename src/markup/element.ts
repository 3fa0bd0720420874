import { PatternedRow } from './patterned-row.ts';

/** Where a piece of markup or CSS stands; line and column count from 1. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a node stands in the text of its page, UTF-16 units from 0; the page's `LineTable` has the line, which messages alone need. */
export type SourceOffset = number;

/** Gives the line and column of offsets of a page. */
export interface LineTable {
  at(offset: SourceOffset): Source;
}

/** The tree of a page, from the `html` element, and where its nodes stand. Making its boxes uses it up (`letGo`). */
export interface ElementTree {
  readonly root: Element;
  /** Its `style` and `link` elements in document order, but for those in pictures. */
  readonly sheets: readonly Element[];
  readonly lines: LineTable;
}

/** A node of the document tree. */
export type Node = Element | Text;

/** An element with lower-case name and attributes (SVG names keep their case). */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text itself where an element holds one text and nothing else, as nearly all cells of long tables do. */
  readonly content: string | readonly Node[];
  readonly source: SourceOffset;
  /** Where a text that stands for itself begins; 0 elsewhere. */
  readonly textSource: SourceOffset;
}

/** Character data, entities resolved, white space as written. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly source: SourceOffset;
}

/** The nodes in an element. */
export function childrenOf({ content, textSource }: Element): readonly Node[] {
  return typeof content === 'string'
    ? [{ kind: 'text', text: content, source: textSource }]
    : content;
}

/**
 * Let go of the nodes in an element, once its boxes are made: the nodes and the boxes of a long table do not fit into memory
 * at once. The first node stays, since selectors of later siblings ask whether there is any.
 */
export function letGo(element: Element): void {
  if (element instanceof PatternedRow) return element.letGo();
  const emptied: { -readonly [K in keyof Element]: Element[K] } = element;
  if (typeof element.content !== 'string') emptied.content = element.content.slice(0, 1);
}

/** Print a source as `file:line:column`. */
export function place(source: Source): string {
  return `${source.file}:${source.line}:${source.column}`;
}
