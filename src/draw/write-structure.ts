import type { CellTag, TagProperties } from '../box/tag.ts';
import { write, writeReference, writeWhole, type ByteText } from './byte-text.ts';
import { coordinate } from './format-number.ts';
import { completeTables, type AddedCells } from './complete-tables.ts';
import { isElement, kidsInOrder, rootsInOrder } from './kid-order.ts';
import { linkTarget } from './link-target.ts';
import { at } from './numbers.ts';
import { textString } from './pdf-text.ts';
import { reference } from './resources.ts';
import { ANNOTATION, NONE, type ElementNumber, type Kid, type StructureTree } from './structure.ts';

/** Write every element and the trees that lead from page content back to them (ISO 32000-1, section 14.7). */
export function writeStructure(tree: StructureTree): void {
  const { writer, elements, parents } = tree;
  const added = completeTables(tree);
  const names = elementsWithNames(tree);
  const inOrder = rootsInOrder(tree);
  for (const root of inOrder) writeWithin({ tree, added, names }, root, writer.structureRoot());
  const roots = inOrder.map((root) => reference(at(elements.ids, root)));
  const entries = parents.map((object, key) => `${key} ${reference(object)}`);
  writer.setStructureRoot({
    K: `[${roots.join(' ')}]`,
    ParentTree: reference(writer.add(`<</Nums[${entries.join(' ')}]>>`)),
    ParentTreeNextKey: String(parents.length),
    ...(names.size === 0 ? {} : { IDTree: nameTree(tree, names) }),
  });
}

/** What elements are written with. */
interface Writing {
  readonly tree: StructureTree;
  readonly added: AddedCells;
  readonly names: Names;
}

/** Write an element under the object of its parent, and all that is in it. Boxes are not deep enough to fill the stack. */
function writeWithin(writing: Writing, element: ElementNumber, parent: number): void {
  const { tree } = writing;
  const { writer, elements } = tree;
  const id = at(elements.ids, element);
  const kids = kidsInOrder(tree, element);
  writeElement(writing, { element, kids, parent }, writer.begin(id));
  writer.endObject();
  for (const kid of kids) if (isElement(kid)) writeWithin(writing, kid, id);
}

/** An element with its kids in order, and the object of its parent. */
interface KnownElement {
  readonly element: ElementNumber;
  readonly kids: readonly Kid[];
  readonly parent: number;
}

function writeElement(
  writing: Writing,
  { element, kids, parent }: KnownElement,
  text: ByteText,
): void {
  const { tree } = writing;
  const properties = tree.elements.properties.get(element) ?? null;
  const page = pageOf(tree, kids);
  write(text, '<</S/');
  write(text, roleOf(tree, element, properties));
  write(text, '/P ');
  writeWhole(text, parent);
  if (page !== NONE) {
    write(text, ' 0 R/Pg ');
    writeWhole(text, page);
  }
  write(text, ' 0 R/K');
  writeKids(tree, kids, page, text);
  write(text, saidOf(writing, element, properties));
  write(text, '>>');
}

/** The page of the first content that lies on a page itself: what is there needs no page of its own. */
function pageOf({ contents }: StructureTree, kids: readonly Kid[]): number {
  const { forms, pages } = contents;
  for (const kid of kids) {
    if (!isElement(kid) && !(forms.size > 0 && forms.has(-kid))) return at(pages, -kid);
  }
  return NONE;
}

function writeKids(tree: StructureTree, kids: readonly Kid[], page: number, text: ByteText): void {
  const [only] = kids;
  if (only !== undefined && kids.length === 1) {
    write(text, ' ');
    return writeKid(tree, only, page, text);
  }
  let between = '[';
  for (const kid of kids) {
    write(text, between);
    writeKid(tree, kid, page, text);
    between = ' ';
  }
  write(text, only === undefined ? '[]' : ']');
}

function writeKid({ elements, contents }: StructureTree, kid: Kid, page: number, text: ByteText) {
  if (isElement(kid)) return writeReference(text, at(elements.ids, kid));
  const value = at(contents.values, -kid);
  const own = at(contents.pages, -kid);
  const form = contents.forms.size === 0 ? NONE : (contents.forms.get(-kid) ?? NONE);
  if (form === NONE && own === page) return writeWhole(text, value);
  if (form === ANNOTATION) {
    return write(text, `<</Type/OBJR/Pg ${reference(own)}/Obj ${reference(value)}>>`);
  }
  const stream = form === NONE ? '' : `/Stm ${reference(form)}`;
  write(text, `<</Type/MCR/Pg ${reference(own)}${stream}/MCID ${value}>>`);
}

/** A link that leads nowhere has no annotation, which PDF/UA-1 (section 7.18.5) asks of every Link. */
function roleOf(
  { elements }: StructureTree,
  element: ElementNumber,
  properties: TagProperties | null,
): string {
  const role = elements.roles[element] ?? '';
  return role === 'Link' && linkTarget(properties) === null ? 'Span' : role;
}

/** Language, words, name and attributes: most elements have none of them. */
function saidOf(
  { tree, added, names }: Writing,
  element: ElementNumber,
  properties: TagProperties | null,
): string {
  const columns = added.size === 0 ? undefined : added.get(element);
  if (columns !== undefined) return columns > 1 ? `/A<</O/Table/ColSpan ${columns}>>` : '';
  const name = names.size === 0 ? undefined : names.get(at(tree.elements.orders, element) / 2);
  if (properties === null && name === undefined) return figureBox(tree, element);
  const { language = null, alternative = null, cell = null } = properties ?? {};
  const spoken = language === null || language === '' ? '' : `/Lang${textString(language)}`;
  const described = alternative === null ? '' : `/Alt${textString(alternative)}`;
  const named = name === undefined ? '' : `/ID(${name.name})`;
  const table = cell === null ? '' : cellAttributes(cell, tree.elements.roles[element], names);
  return spoken + described + named + figureBox(tree, element) + table;
}

function figureBox({ elements }: StructureTree, element: ElementNumber): string {
  const box = elements.boxes.size === 0 ? undefined : elements.boxes.get(element);
  if (box === undefined || elements.roles[element] !== 'Figure') return '';
  return `/A<</O/Layout/Placement/Block/BBox[${box.map(coordinate).join(' ')}]>>`;
}

function cellAttributes(cell: CellTag, role: string | undefined, names: Names): string {
  if (role !== 'TH' && role !== 'TD') return '';
  const { scope, columnSpan, rowSpan, headers } = cell;
  const attributes =
    (scope !== null && role === 'TH' ? `/Scope/${scope}` : '') +
    (columnSpan > 1 ? `/ColSpan ${columnSpan}` : '') +
    (rowSpan > 1 ? `/RowSpan ${rowSpan}` : '') +
    (headers.length > 0 ? headersOf(headers, names) : '');
  return attributes === '' ? '' : `/A<</O/Table${attributes}>>`;
}

function headersOf(headers: CellTag['headers'], names: Names): string {
  const known = headers.flatMap((order) => names.get(order)?.name ?? []);
  return known.length > 0 ? `/Headers[${known.map((name) => `(${name})`).join('')}]` : '';
}

/** Names of elements that others refer to, by the order of their tag. */
type Names = ReadonlyMap<number, { readonly name: string; readonly element: ElementNumber }>;

/** Header cells that a cell names, and notes, which need a name of their own (PDF/UA-1, section 7.9). */
function elementsWithNames({ elements, numbers }: StructureTree): Names {
  const wanted = new Set<number>();
  for (const { cell } of elements.properties.values()) {
    for (const order of cell?.headers ?? []) wanted.add(order);
  }
  for (let element = elements.roles.indexOf('Note'); element >= 0;) {
    wanted.add(at(elements.orders, element) / 2);
    element = elements.roles.indexOf('Note', element + 1);
  }
  const names = new Map<number, { name: string; element: ElementNumber }>();
  for (const order of [...wanted].sort((one, other) => one - other)) {
    const element = at(numbers, order);
    // Names of equal length: the tree wants them in the order of their bytes.
    const name = `e${String(order).padStart(9, '0')}`;
    if (element !== NONE) names.set(order, { name, element });
  }
  return names;
}

function nameTree({ elements }: StructureTree, names: Names): string {
  const entries = [...names.values()].map(
    ({ name, element }) => `(${name})${reference(at(elements.ids, element))}`,
  );
  return `<</Names[${entries.join(' ')}]>>`;
}
