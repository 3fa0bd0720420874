import type { Mark } from '../layout/item.ts';
import type { PlacedGroup, PlacedItem } from '../paginate/page.ts';
import type { Canvas } from './canvas.ts';
import { beginContent, endContent, inState, paintObject, resourcesOf } from './content.ts';
import { setAlpha } from './graphics-state.ts';
import { coordinate } from './format-number.ts';
import { groupOperators, groupsBelow } from './group.ts';
import { closeContainer, type Container } from './structure.ts';
import { resourceText } from './resources.ts';

/** Groups within groups that get a form of their own; what lies deeper is made translucent piece by piece. */
const DEEPEST = 12;

/** Draw the items of a group as one translucent whole: what overlaps within the group does not show through. */
export function drawTranslucent(
  canvas: Canvas,
  items: readonly PlacedItem[],
  group: PlacedGroup,
  drawItems: (canvas: Canvas, items: readonly PlacedItem[]) => void,
): void {
  const { content } = canvas;
  const groups = groupsBelow(group, canvas.inside);
  const within: Canvas = { ...canvas, inside: group };
  const [only] = items;
  const apart =
    canvas.depth >= DEEPEST || (items.length === 1 && only !== undefined && isOnePaint(only.mark));
  inState(content, groupOperators(groups), () => {
    const opacity = content.opacity;
    content.opacity = opacity * group.opacity;
    if (apart) drawItems(within, items);
    else paintForm(within, items, drawItems);
    content.opacity = opacity;
  });
}

/** Whether nothing of a mark can lie over another part of it. */
function isOnePaint(mark: Mark): boolean {
  switch (mark.kind) {
    case 'text':
    case 'line':
      return true;
    case 'rect':
      return mark.decoration.background === null || mark.decoration.border === null;
    case 'picture':
      return mark.picture.kind === 'bitmap';
  }
}

/** Paint a transparency group (ISO 32000-1, section 11.6.6). */
function paintForm(
  canvas: Canvas,
  items: readonly PlacedItem[],
  drawItems: (canvas: Canvas, items: readonly PlacedItem[]) => void,
): void {
  const { drawing, sheet } = canvas;
  const { writer, structure } = drawing;
  const id = writer.reserve();
  const container: Container = { structure, page: sheet.page, form: id, owners: [] };
  const content = beginContent(container, drawing.names);
  drawItems({ ...canvas, content, depth: canvas.depth + 1 }, items);
  const operators = endContent(content);
  const key = closeContainer(container);
  const { width, height } = sheet.size;
  const box = [-width, -height, 2 * width, 2 * height].map(coordinate).join(' ');
  writer.putDeflated(
    id,
    `/Type/XObject/Subtype/Form/BBox[${box}]/Group<</S/Transparency/CS/DeviceRGB/I true>>` +
      `/Resources${resourceText(resourcesOf(content))}${key === null ? '' : `/StructParents ${key}`}`,
    operators,
  );
  setAlpha(canvas.content, 1);
  paintObject(canvas.content, { name: `G${id}`, id });
}
