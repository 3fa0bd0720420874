import type { Tag } from '../box/tag.ts';
import type { Container } from './content.ts';
import { linkTarget } from './link-target.ts';
import type { PdfWriter } from './writer.ts';

/** An element of the structure tree while the pages are drawn. */
export interface StructureElement {
  readonly tag: Tag;
  /** Object number. */
  readonly id: number;
  readonly parent: StructureElement | null;
  /** The nearest link that it is or is in, if the link leads anywhere. */
  readonly link: StructureElement | null;
  /** What its pictures cover on their page, points from the bottom left corner: left, bottom, right, top. */
  box: readonly [number, number, number, number] | null;
  /** In the order of painting. */
  kids: readonly Kid[];
}

/** What an element holds: elements, marked content, annotations. */
export type Kid = StructureElement | MarkedContent | LinkedAnnotation;

/** A marked-content sequence. */
export interface MarkedContent {
  readonly container: Container;
  readonly identifier: number;
}

/** An annotation of a link, by object number. */
export interface LinkedAnnotation {
  readonly annotation: number;
  readonly page: number;
}

/** The structure tree while the pages are drawn; an element exists from its first content on. */
export interface StructureTree {
  readonly writer: PdfWriter;
  readonly elements: Map<Tag, StructureElement>;
  readonly roots: StructureElement[];
  /** What each key of the parent tree leads to: the elements of a page's sequences, or of one annotation. */
  readonly parents: ParentEntry[];
}

/** An entry of the parent tree. */
export type ParentEntry = { readonly owners: readonly StructureElement[] } | StructureElement;

/** A structure tree with nothing in it. */
export function beginStructure(writer: PdfWriter): StructureTree {
  return { writer, elements: new Map(), roots: [], parents: [] };
}

/** The element of a tag, made with its ancestors when it is first asked for. */
export function elementOf(tree: StructureTree, tag: Tag): StructureElement {
  const known = tree.elements.get(tag);
  if (known !== undefined) return known;
  const missing: Tag[] = [];
  let ancestor: Tag | null = tag;
  while (ancestor !== null && !tree.elements.has(ancestor)) {
    missing.push(ancestor);
    ancestor = ancestor.parent;
  }
  let parent = ancestor === null ? null : (tree.elements.get(ancestor) ?? null);
  for (const next of missing.reverse()) parent = makeElement(tree, next, parent);
  return parent ?? makeElement(tree, tag, null);
}

function makeElement(
  tree: StructureTree,
  tag: Tag,
  parent: StructureElement | null,
): StructureElement {
  const leads = tag.role === 'Link' && linkTarget(tag) !== null;
  const element: { link: StructureElement | null } & Omit<StructureElement, 'link'> = {
    tag,
    id: tree.writer.reserve(),
    parent,
    link: parent?.link ?? null,
    box: null,
    kids: NONE,
  };
  if (leads) element.link = element;
  tree.elements.set(tag, element);
  if (parent === null) tree.roots.push(element);
  else addKid(parent, element);
  return element;
}

/** Note a marked-content sequence of an element; the answer is its identifier within the container. */
export function addContent(element: StructureElement, container: Container): number {
  const identifier = container.owners.length;
  container.owners.push(element);
  addKid(element, { container, identifier });
  return identifier;
}

const NONE: readonly Kid[] = [];

/** Put a kid behind the others. A list is made for the first: most elements have one kid, and a grown list has room for many. */
export function addKid(element: StructureElement, kid: Kid): void {
  if (element.kids === NONE) element.kids = [kid];
  else (element.kids as Kid[]).push(kid);
}

/** A key of the parent tree. */
export function addParentEntry(tree: StructureTree, entry: ParentEntry): number {
  tree.parents.push(entry);
  return tree.parents.length - 1;
}
