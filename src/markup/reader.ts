import { createLineTable } from './line-table.ts';
import { createNameTable, type NameTable } from './name-table.ts';
import { createRowTable, type RowTable } from './row-table.ts';
import type { RowPattern } from './row-pattern.ts';
import type { TagTable } from './tag-table.ts';
import {
  addText,
  closeElement,
  createTreeBuilder,
  openElement,
  warn,
  type TreeBuilder,
} from './tree-builder.ts';

/** What has been read of the tag and the text before it is complete. */
export interface Reader {
  readonly html: string;
  readonly names: NameTable;
  readonly tags: TagTable['tags'];
  readonly heads: TagTable['heads'];
  readonly rows: RowTable;
  readonly builder: TreeBuilder;
  text: string;
  textStart: number;
  name: string;
  nameStart: number;
  attributes: Record<string, string> | null;
  attribute: string;
  value: string;
  /** Open elements above the outermost `svg`, itself included; 0 outside of pictures. */
  svgDepth: number;
}

const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

/** Begin to read a page, with the tags and the rows that are known from pages before. */
export function createReader(
  html: string,
  file: string,
  { tags, heads }: TagTable,
  patterns: RowPattern[] = [],
): Reader {
  return {
    html,
    names: createNameTable(html),
    tags,
    heads,
    rows: createRowTable(patterns),
    builder: createTreeBuilder(createLineTable(html, file)),
    text: '',
    textStart: 0,
    name: '',
    nameStart: 0,
    attributes: null,
    attribute: '',
    value: '',
    svgDepth: 0,
  };
}

/** Whether an entity may begin between two places. */
export function hasEntity({ html }: Reader, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (html.charCodeAt(at) === AMPERSAND) return true;
  return false;
}

const AMPERSAND = '&'.charCodeAt(0);

/** Character data that begins here; more of it may follow. */
export function gatherText(reader: Reader, text: string, start: number): void {
  if (reader.text === '') reader.textStart = start;
  reader.text += text;
}

/** The end of character data. */
export function flushText(reader: Reader): void {
  if (reader.text === '') return;
  addText(reader.builder, reader.text, reader.textStart);
  reader.text = '';
}

/** A start tag of this name, which stands here. */
export function beginTag(reader: Reader, name: string, start: number): void {
  flushText(reader);
  reader.name = name;
  reader.nameStart = start - 1;
  reader.attributes = null;
}

/** An attribute of the start tag. The first of two with one name counts; event handlers are left out (they are never run). */
export function addAttribute(reader: Reader, attribute: string, value: string): void {
  if (isEventHandler(attribute)) {
    warn(
      reader.builder,
      reader.nameStart,
      `the event handler ${attribute} is not supported`,
      'remove it: nothing is executed',
    );
    return;
  }
  const attributes = (reader.attributes ??= {});
  if (!(attribute in attributes) || !Object.hasOwn(attributes, attribute))
    attributes[attribute] = value;
}

const O = 0x6f;

/** Looks at the first letter before anything else: this is asked of every attribute. */
function isEventHandler(name: string): boolean {
  return (name.charCodeAt(0) | 0x20) === O && /^on[a-z]/i.test(name);
}

/** The end of a start tag. */
export function endTag(reader: Reader, selfClosing: boolean): void {
  const { name, nameStart: source, builder } = reader;
  const foreign = reader.svgDepth > 0;
  openElement(
    builder,
    { name, attributes: reader.attributes ?? NO_ATTRIBUTES, source, selfClosing },
    foreign,
  );
  if (!selfClosing && (foreign || name === 'svg')) reader.svgDepth += 1;
}

/** An end tag of this name, which stands here. */
export function readEndTag(reader: Reader, name: string, start: number): void {
  flushText(reader);
  closeElement(reader.builder, name, start - 2);
  if (reader.svgDepth > 0) reader.svgDepth = svgDepth(reader.builder);
}

function svgDepth(builder: TreeBuilder): number {
  const outermost = builder.open.findIndex((element) => element.name === 'svg');
  return outermost === -1 ? 0 : builder.open.length - outermost;
}
