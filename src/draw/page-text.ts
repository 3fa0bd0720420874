import type { Size } from '../geometry.ts';
import { points } from './pdfkit-objects.ts';
import { reference, resourceText, type Resources } from './resources.ts';

/** What a page shows and what it refers to. */
export interface PageParts {
  /** px. */
  readonly size: Size;
  readonly content: Uint8Array;
  readonly resources: Resources;
  readonly structParents: number | null;
  readonly annotations: readonly number[];
}

/** The dictionary of a page, by the object numbers of the tree that it is in and of its content. */
export function pageText(page: PageParts, parent: number, contents: number): string {
  const { size, resources, structParents, annotations } = page;
  const box = `[0 0 ${points(size.width)} ${points(size.height)}]`;
  const shown = `/Contents ${reference(contents)}/Resources${resourceText(resources)}`;
  const links = annotations.map(reference).join(' ');
  return (
    `<</Type/Page/Parent ${reference(parent)}/MediaBox${box}${shown}/Tabs/S` +
    (structParents === null ? '' : `/StructParents ${structParents}`) +
    (annotations.length === 0 ? '>>' : `/Annots[${links}]>>`)
  );
}
