import type { Role, Tag, TagProperties } from '../box/tag.ts';
import { write, writeReference } from './byte-text.ts';
import { linkTarget } from './link-target.ts';
import { at, noNumbers, setAt, type Numbers } from './numbers.ts';
import type { PdfWriter } from './writer.ts';

/** The number of an element of the structure tree, from 1 in the order of their first content. */
export type ElementNumber = number;

/** No element, page or kid. */
export const NONE = 0;

/** What an element holds: an element by its number, or marked content or an annotation by its number below zero. */
export type Kid = number;

/** The structure tree while the pages are drawn; an element exists from its first content on. */
export interface StructureTree {
  readonly writer: PdfWriter;
  readonly elements: Elements;
  readonly contents: Contents;
  /** The element of each tag, by the tag's order. */
  readonly numbers: Numbers;
  readonly roots: ElementNumber[];
  /** The object that each key of the parent tree leads to: a list of a page's elements, or the element of an annotation. */
  readonly parents: number[];
}

/**
 * What each element is, by its number. A document of fifty thousand lines has half a million elements, so there is no object
 * for each of them, and tags are not kept: what they say beside their role is, and most say nothing.
 */
export interface Elements {
  readonly roles: (Role | '')[];
  /** Object numbers. */
  readonly ids: Numbers;
  /** Twice the order of the tag. */
  readonly orders: Numbers;
  /** The last kid of each element, in the order of painting. The one behind it is the first: kids are a ring. */
  readonly lastKids: Numbers;
  /** The kid behind each element within its parent. */
  readonly next: Numbers;
  /** The nearest link that an element is or is in, if the link leads anywhere. */
  readonly links: Map<ElementNumber, ElementNumber>;
  /** A language, words, a link or cells of note. */
  readonly properties: Map<ElementNumber, TagProperties>;
  /** What pictures cover on their page, points from the bottom left corner: left, bottom, right, top. */
  readonly boxes: Map<ElementNumber, readonly [number, number, number, number]>;
}

/** Marked-content sequences and annotations, by numbers from 1 in the order of painting. */
export interface Contents {
  /** The identifier of a marked-content sequence, or the object number of an annotation. */
  readonly values: Numbers;
  /** The page of each. */
  readonly pages: Numbers;
  /** The form XObject that the content is in, or `ANNOTATION`; nothing for what lies on the page itself. */
  readonly forms: Map<number, number>;
  /** The kid behind each within its element. */
  readonly next: Numbers;
}

/** Stands in the place of a form for annotations. */
export const ANNOTATION = -1;

/** Where marked content lies: on a page, or in a form XObject that the page paints. */
export interface Container {
  readonly structure: StructureTree;
  /** Object number of the page. */
  readonly page: number;
  /** Object number of the form XObject; null on the page itself. */
  readonly form: number | null;
  /** The object of the element of each marked-content identifier. */
  readonly owners: number[];
}

/** A structure tree with nothing in it. */
export function beginStructure(writer: PdfWriter): StructureTree {
  return {
    writer,
    elements: {
      roles: [''],
      ids: noNumbers(),
      orders: noNumbers(),
      lastKids: noNumbers(),
      next: noNumbers(),
      links: new Map(),
      properties: new Map(),
      boxes: new Map(),
    },
    contents: { values: noNumbers(), pages: noNumbers(), forms: new Map(), next: noNumbers() },
    numbers: noNumbers(),
    roots: [],
    parents: [],
  };
}

/** The element of a tag, made with its ancestors when it is first asked for. */
export function elementOf(tree: StructureTree, tag: Tag): ElementNumber {
  const known = at(tree.numbers, tag.order);
  if (known !== NONE) return known;
  if (tag.parent === null) return makeTagged(tree, tag, NONE);
  const parent = at(tree.numbers, tag.parent.order);
  return parent === NONE ? makeWithAncestors(tree, tag) : makeTagged(tree, tag, parent);
}

function makeWithAncestors(tree: StructureTree, tag: Tag): ElementNumber {
  const missing: Tag[] = [];
  let ancestor: Tag | null = tag;
  while (ancestor !== null && at(tree.numbers, ancestor.order) === NONE) {
    missing.push(ancestor);
    ancestor = ancestor.parent;
  }
  let parent = ancestor === null ? NONE : at(tree.numbers, ancestor.order);
  for (const next of missing.reverse()) parent = makeTagged(tree, next, parent);
  return parent;
}

function makeTagged(tree: StructureTree, tag: Tag, parent: ElementNumber): ElementNumber {
  const { elements } = tree;
  const element = makeElement(tree, tag.role, 2 * tag.order, parent);
  setAt(tree.numbers, tag.order, element);
  if (tag.properties !== null) elements.properties.set(element, tag.properties);
  const leads = tag.role === 'Link' && linkTarget(tag.properties) !== null;
  const link = leads ? element : elements.links.get(parent);
  if (link !== undefined) elements.links.set(element, link);
  return element;
}

/** A new element; `order` is twice a place among the orders of tags. */
export function makeElement(
  tree: StructureTree,
  role: Role,
  order: number,
  parent: ElementNumber,
): ElementNumber {
  const { elements } = tree;
  const element = elements.roles.length;
  elements.roles.push(role);
  setAt(elements.ids, element, tree.writer.reserve());
  setAt(elements.orders, element, order);
  if (parent === NONE) tree.roots.push(element);
  else addKid(tree, parent, element);
  return element;
}

/** Put a kid behind the others of its element. */
function addKid(tree: StructureTree, element: ElementNumber, kid: Kid): void {
  const { lastKids } = tree.elements;
  const last = at(lastKids, element);
  if (last === NONE) setNext(tree, kid, kid);
  else {
    setNext(tree, kid, nextOf(tree, last));
    setNext(tree, last, kid);
  }
  setAt(lastKids, element, kid);
}

/** The kid behind another in the ring. */
function nextOf({ elements, contents }: StructureTree, kid: Kid): Kid {
  return kid > 0 ? at(elements.next, kid) : at(contents.next, -kid);
}

/** Put a kid behind another in the ring. */
function setNext({ elements, contents }: StructureTree, kid: Kid, next: Kid): void {
  if (kid > 0) setAt(elements.next, kid, next);
  else setAt(contents.next, -kid, next);
}

/** The kids of an element in the order of painting. */
export function kidsOf(tree: StructureTree, element: ElementNumber): readonly Kid[] {
  const last = at(tree.elements.lastKids, element);
  if (last === NONE) return [];
  let kid = nextOf(tree, last);
  const kids = [kid];
  while (kid !== last) {
    kid = nextOf(tree, kid);
    kids.push(kid);
  }
  return kids;
}

/** Note a marked-content sequence of an element; the answer is its identifier within the container. */
export function addContent(element: ElementNumber, container: Container): number {
  const { structure, page, form, owners } = container;
  const identifier = owners.length;
  owners.push(at(structure.elements.ids, element));
  const content = addTo(structure, element, identifier, page);
  if (form !== null) structure.contents.forms.set(content, form);
  return identifier;
}

function addTo(tree: StructureTree, element: ElementNumber, value: number, page: number): number {
  const { values, pages } = tree.contents;
  const content = Math.max(1, values.length);
  setAt(values, content, value);
  setAt(pages, content, page);
  addKid(tree, element, -content);
  return content;
}

/** Note an annotation of a link; the answer is its key of the parent tree. */
export function addAnnotation(
  tree: StructureTree,
  link: ElementNumber,
  annotation: number,
  page: number,
): number {
  tree.contents.forms.set(addTo(tree, link, annotation, page), ANNOTATION);
  return addParentEntry(tree, at(tree.elements.ids, link));
}

/** The key of the parent tree that leads to a container's elements; null where it has none. */
export function closeContainer({ structure, owners }: Container): number | null {
  if (owners.length === 0) return null;
  const { writer } = structure;
  const object = writer.reserve();
  const text = writer.begin(object);
  let between = '[';
  for (const owner of owners) {
    write(text, between);
    writeReference(text, owner);
    between = ' ';
  }
  write(text, ']');
  writer.endObject();
  return addParentEntry(structure, object);
}

function addParentEntry(tree: StructureTree, object: number): number {
  tree.parents.push(object);
  return tree.parents.length - 1;
}
