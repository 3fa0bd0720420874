import type { Group, Item } from '../../layout/item.ts';
import type { Matrix, Rect } from '../../geometry.ts';
import type { PlacedGroup } from '../page.ts';
import type { Paint } from './paint.ts';
import { GROUND, layOn, openSheet } from './sheet.ts';

/** The part of an item on a page: its border box there, and which of its ends it has. */
export interface Frame extends Rect {
  readonly item: Item;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What `stack` hands on: how to paint the box itself, and how its content. */
export interface Stacked {
  readonly box: Paint;
  readonly content: Paint;
}

/** Place an item in its layer and group; an item that makes a stacking context is placed on a sheet of its own. */
export function stack(paint: Paint, frame: Frame, place: (stacked: Stacked) => void): void {
  const { layer, group } = frame.item;
  if (layer === 0 && group === null) return place({ box: paint, content: paint });
  const effects = effectsOf(paint, frame);
  if (!isContext(layer, group))
    return place(inLayer(paint, effects, layer === 0 ? paint.layer : layer));
  const sheet = openSheet();
  const box: Paint = { ...paint, sheet, layer: GROUND, group: effects.box };
  place({ box, content: { ...box, layer: 0, group: effects.content } });
  layOn(paint.sheet, layer === 0 ? paint.layer : layer, sheet);
}

function inLayer(paint: Paint, effects: Effects, layer: number): Stacked {
  const box: Paint = { ...paint, layer, group: effects.box };
  return { box, content: { ...box, group: effects.content } };
}

/** `z-index: auto` (layer 1) makes no stacking context; opacity and transformation do, clipping does not. */
function isContext(layer: number, group: Group | null): boolean {
  const effect = group !== null && (group.opacity < 1 || group.transform !== null);
  return effect || layer < 0 || layer > 1;
}

/** Groups of a box and of its content: clipping leaves the box's own borders alone. */
interface Effects {
  readonly box: PlacedGroup | null;
  readonly content: PlacedGroup | null;
}

function effectsOf(paint: Paint, frame: Frame): Effects {
  const { group } = frame.item;
  if (group === null) return { box: paint.group, content: paint.group };
  const plain = group.opacity === 1 && group.transform === null;
  const transform = group.transform === null ? null : aroundPoint(group.transform, frame);
  const box = plain
    ? paint.group
    : { opacity: group.opacity, clip: null, transform, parent: paint.group };
  if (group.clip === null) return { box, content: box };
  return {
    box,
    content: { opacity: 1, clip: clipOnPage(group.clip, frame), transform: null, parent: box },
  };
}

/** translate(origin) · M · translate(-origin). */
function aroundPoint([a, b, c, d, e, f]: Matrix, { x, y }: Frame): Matrix {
  return [a, b, c, d, x - a * x - c * y + e, y - b * x - d * y + f];
}

/** The clip of a cut item ends where its fragment does. */
function clipOnPage(clip: Rect, frame: Frame): Rect {
  const above = frame.isFirst ? clip.y : 0;
  const inset = frame.item.height - clip.y - clip.height;
  const bottom = !frame.isLast
    ? frame.height
    : frame.isFirst
      ? clip.y + clip.height
      : frame.height - inset;
  return {
    x: frame.x + clip.x,
    y: frame.y + above,
    width: clip.width,
    height: Math.max(0, bottom - above),
  };
}
