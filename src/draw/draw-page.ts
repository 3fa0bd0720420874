import type { Page } from '../paginate/page.ts';
import { PX_PER_PT } from '../geometry.ts';
import { write } from './byte-text.ts';
import { beginContent, endContent, resourcesOf } from './content.ts';
import { drawItems } from './draw-items.ts';
import type { Drawing } from './drawing.ts';
import { coordinate, factor } from './format-number.ts';
import { writeAnnotations } from './annotate.ts';
import type { Sheet } from './sheet.ts';
import { closeContainer, type Container } from './structure.ts';

/** Draw one page: one content stream in CSS px from the top left corner. The answer is its object number. */
export function drawPage(drawing: Drawing, page: Page, widgets: readonly number[] = []): number {
  const { writer, structure } = drawing;
  const container: Container = { structure, page: writer.reserve(), form: null, owners: [] };
  const sheet: Sheet = { size: page.size, page: container.page, links: [] };
  const content = beginContent(container, drawing.names, drawing.page);
  const scale = factor(1 / PX_PER_PT);
  write(content.text, `${scale} 0 0 -${scale} 0 ${coordinate(page.size.height / PX_PER_PT)} cm\n`);
  drawItems({ drawing, content, sheet, inside: null, depth: 0 }, page.items);
  writer.putPage(container.page, {
    size: page.size,
    content: endContent(content),
    resources: resourcesOf(content),
    structParents: closeContainer(container),
    annotations: [...writeAnnotations(drawing, sheet), ...widgets],
  });
  return container.page;
}
