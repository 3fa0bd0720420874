import type { Role, Tag } from '../box/tag.ts';
import { write, writeReference } from './byte-text.ts';
import { linkTarget } from './link-target.ts';
import { append, at, noNumbers, setAt, type Numbers } from './numbers.ts';
import type { PdfWriter } from './writer.ts';

/** The number of an element of the structure tree, from 1 in the order of their first content. */
export type ElementNumber = number;

/** No element, page or kid. */
export const NONE = 0;

/** The structure tree while the pages are drawn; an element exists from its first content on. */
export interface StructureTree {
  readonly writer: PdfWriter;
  readonly elements: Elements;
  readonly kids: Kids;
  /** The element of each tag, by the tag's order. */
  readonly numbers: Numbers;
  readonly roots: ElementNumber[];
  /** The object that each key of the parent tree leads to: a list of a page's elements, or the element of an annotation. */
  readonly parents: number[];
}

/**
 * What each element is, by its number. A document of fifty thousand lines has half a million elements, so there is no object
 * for each of them, and tags are not kept unless they say something beside their role.
 */
export interface Elements {
  readonly roles: (Role | '')[];
  /** Object numbers. */
  readonly ids: Numbers;
  readonly parents: Numbers;
  /** The nearest link that an element is or is in, if the link leads anywhere. */
  readonly links: Map<ElementNumber, ElementNumber>;
  /** Twice the order of the tag. */
  readonly orders: Numbers;
  /** The page of the first content that lies on a page itself: what is there needs no page of its own. */
  readonly pages: Numbers;
  readonly firstKids: Numbers;
  readonly lastKids: Numbers;
  /** Tags with a language, words, a link or cells of note. */
  readonly tags: Map<ElementNumber, Tag>;
  /** What pictures cover on their page, points from the bottom left corner: left, bottom, right, top. */
  readonly boxes: Map<ElementNumber, readonly [number, number, number, number]>;
}

/** What elements hold, in the order of painting, by numbers from 1: `next` leads on to the next one of the same element. */
export interface Kids {
  /** An element, the identifier of a marked-content sequence, or the object number of an annotation. */
  readonly values: Numbers;
  /** The page of content or an annotation; none for an element. */
  readonly pages: Numbers;
  /** The form XObject that the content is in, or `ANNOTATION`; nothing for what lies on the page itself. */
  readonly forms: Map<number, number>;
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
      ids: noElement(),
      parents: noElement(),
      links: new Map(),
      orders: noElement(),
      pages: noElement(),
      firstKids: noElement(),
      lastKids: noElement(),
      tags: new Map(),
      boxes: new Map(),
    },
    kids: { values: noElement(), pages: noElement(), forms: new Map(), next: noElement() },
    numbers: noNumbers(FEW),
    roots: [],
    parents: [],
  };
}

/** Most bills of a page have no more elements, kids and tags. */
const FEW = 512;

/** Numbers begin at 1. */
function noElement(): Numbers {
  const numbers = noNumbers(FEW);
  append(numbers, NONE);
  return numbers;
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
  if (tag.properties !== null) elements.tags.set(element, tag);
  const leads = tag.role === 'Link' && linkTarget(tag) !== null;
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
  append(elements.ids, tree.writer.reserve());
  append(elements.parents, parent);
  append(elements.orders, order);
  append(elements.pages, NONE);
  append(elements.firstKids, NONE);
  append(elements.lastKids, NONE);
  if (parent === NONE) tree.roots.push(element);
  else addKid(tree, parent, element, NONE);
  return element;
}

/** Put a kid behind the others of its element; the answer is its number. */
function addKid(
  { elements, kids }: StructureTree,
  element: ElementNumber,
  value: number,
  page: number,
): number {
  const kid = kids.values.length;
  append(kids.values, value);
  append(kids.pages, page);
  append(kids.next, NONE);
  const last = at(elements.lastKids, element);
  if (last === NONE) elements.firstKids.values[element] = kid;
  else kids.next.values[last] = kid;
  elements.lastKids.values[element] = kid;
  return kid;
}

/** Note a marked-content sequence of an element; the answer is its identifier within the container. */
export function addContent(element: ElementNumber, container: Container): number {
  const { structure, page, form, owners } = container;
  const { elements, kids } = structure;
  const identifier = owners.length;
  owners.push(at(elements.ids, element));
  const kid = addKid(structure, element, identifier, page);
  if (form !== null) kids.forms.set(kid, form);
  else if (at(elements.pages, element) === NONE) elements.pages.values[element] = page;
  return identifier;
}

/** Note an annotation of a link; the answer is its key of the parent tree. */
export function addAnnotation(
  tree: StructureTree,
  link: ElementNumber,
  annotation: number,
  page: number,
): number {
  tree.kids.forms.set(addKid(tree, link, annotation, page), ANNOTATION);
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

/** What is said of an element beside its role, if anything. */
export function tagOf({ elements }: StructureTree, element: ElementNumber): Tag | undefined {
  return elements.tags.get(element);
}
