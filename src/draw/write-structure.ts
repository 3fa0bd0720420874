import { coordinate } from './format-number.ts';
import { completeTables } from './complete-tables.ts';
import { inOrder } from './kid-order.ts';
import { linkTarget } from './link-target.ts';
import { textString } from './pdf-text.ts';
import type { Kid, StructureElement, StructureTree } from './structure.ts';
import type { PdfWriter } from './writer.ts';
import { reference } from './resources.ts';

/** Write every element and the trees that lead from page content back to them (ISO 32000-1, section 14.7). */
export function writeStructure(tree: StructureTree): void {
  const { writer } = tree;
  completeTables(tree);
  const named = elementsWithNames(tree);
  for (const element of tree.elements.values()) {
    writer.put(element.id, elementText(writer, element, named));
  }
  writer.setStructureRoot({
    K: `[${inOrder(tree.roots)
      .map((root) => kidText(root, null))
      .join(' ')}]`,
    ParentTree: reference(writeParentTree(tree)),
    ParentTreeNextKey: String(tree.parents.length),
    ...(named.size === 0 ? {} : { IDTree: nameTree(named) }),
  });
}

function elementText(writer: PdfWriter, element: StructureElement, named: Names): string {
  const { tag, parent } = element;
  const page = pageOf(element);
  const kids = inOrder(element.kids).map((kid) => kidText(kid, page));
  const name = named.get(tag.order);
  const entries = [
    `<</S/${roleOf(element)}/P ${reference(parent?.id ?? writer.structureRoot())}`,
    page === null ? '' : `/Pg ${reference(page)}`,
    kids.length === 1 ? `/K ${kids[0] ?? ''}` : `/K[${kids.join(' ')}]`,
    tag.language === null || tag.language === '' ? '' : `/Lang${textString(tag.language)}`,
    tag.alternative === null ? '' : `/Alt${textString(tag.alternative)}`,
    name === undefined ? '' : `/ID(${name.name})`,
    attributesText(element, named),
  ];
  return `${entries.join('')}>>`;
}

/** A link that leads nowhere has no annotation, which PDF/UA-1 (section 7.18.5) asks of every Link. */
function roleOf({ tag }: StructureElement): string {
  return tag.role === 'Link' && linkTarget(tag) === null ? 'Span' : tag.role;
}

/** The page of the element's first own content: what is on it needs no page of its own. */
function pageOf(element: StructureElement): number | null {
  for (const kid of element.kids) {
    if ('container' in kid && kid.container.form === null) return kid.container.page;
  }
  return null;
}

function kidText(kid: Kid, page: number | null): string {
  if ('tag' in kid) return reference(kid.id);
  if ('annotation' in kid) {
    return `<</Type/OBJR/Pg ${reference(kid.page)}/Obj ${reference(kid.annotation)}>>`;
  }
  const { container, identifier } = kid;
  if (container.form === null && container.page === page) return String(identifier);
  const form = container.form === null ? '' : `/Stm ${reference(container.form)}`;
  return `<</Type/MCR/Pg ${reference(container.page)}${form}/MCID ${identifier}>>`;
}

function attributesText(element: StructureElement, named: Names): string {
  const { cell, role } = element.tag;
  if (role === 'Figure' && element.box !== null) {
    return `/A<</O/Layout/Placement/Block/BBox[${element.box.map(coordinate).join(' ')}]>>`;
  }
  if (cell === null || (role !== 'TH' && role !== 'TD')) return '';
  const headers = cell.headers.flatMap((order) => named.get(order)?.name ?? []);
  const attributes = [
    cell.scope !== null && role === 'TH' ? `/Scope/${cell.scope}` : '',
    cell.columnSpan > 1 ? `/ColSpan ${cell.columnSpan}` : '',
    cell.rowSpan > 1 ? `/RowSpan ${cell.rowSpan}` : '',
    headers.length > 0 ? `/Headers[${headers.map((name) => `(${name})`).join('')}]` : '',
  ].join('');
  return attributes === '' ? '' : `/A<</O/Table${attributes}>>`;
}

/** Names of elements that others refer to, by the order of their tag. */
type Names = ReadonlyMap<number, { readonly name: string; readonly element: StructureElement }>;

/** Header cells that a cell names, and notes, which need a name of their own (PDF/UA-1, section 7.9). */
function elementsWithNames(tree: StructureTree): Names {
  const wanted = new Set<number>();
  for (const { tag } of tree.elements.values()) {
    for (const order of tag.cell?.headers ?? []) wanted.add(order);
    if (tag.role === 'Note') wanted.add(tag.order);
  }
  const names = new Map<number, { name: string; element: StructureElement }>();
  if (wanted.size === 0) return names;
  const elements = [...tree.elements.values()].sort(
    (one, other) => one.tag.order - other.tag.order,
  );
  for (const element of elements) {
    const { order } = element.tag;
    // Names of equal length: the tree wants them in the order of their bytes.
    if (wanted.has(order))
      names.set(order, { name: `e${String(order).padStart(9, '0')}`, element });
  }
  return names;
}

function nameTree(named: Names): string {
  const entries = [...named.values()].map(
    ({ name, element }) => `(${name})${reference(element.id)}`,
  );
  return `<</Names[${entries.join(' ')}]>>`;
}

function writeParentTree({ writer, parents }: StructureTree): number {
  const entries = parents.map((entry, key) => {
    if ('tag' in entry) return `${key} ${reference(entry.id)}`;
    const list = writer.add(`[${entry.owners.map(({ id }) => reference(id)).join(' ')}]`);
    return `${key} ${reference(list)}`;
  });
  return writer.add(`<</Nums[${entries.join(' ')}]>>`);
}
