import { fitted, multiply, type Matrix, type Point, type Rect } from '../geometry.ts';
import type { PictureMark } from '../layout/item.ts';
import type { Orientation, Picture } from '../picture/picture.ts';
import type { Content, NamedObject, Owner } from './content.ts';
import { inState, own, paintObject } from './content.ts';
import { setAlpha } from './graphics-state.ts';
import type { Drawing } from './drawing.ts';
import { embedBitmap } from './embed-bitmap.ts';
import { embedVector } from './embed-vector.ts';
import { matrix } from './format-number.ts';
import { rectPath } from './outline.ts';

/** A picture at its place. */
export interface PlacedPicture extends Point {
  readonly mark: PictureMark;
  readonly owner: Owner;
}

/** Draw a picture into the part of its box that it fills; what reaches over the box is cut off: a vector may paint beside its view box. */
export function drawPicture(drawing: Drawing, content: Content, placed: PlacedPicture): void {
  const { mark, x, y } = placed;
  const { picture } = mark;
  const box: Rect = { x, y, width: mark.width, height: mark.height };
  const target: Rect = { ...mark.source, x: x + mark.source.x, y: y + mark.source.y };
  if (target.width <= 0 || target.height <= 0 || isEmpty(picture)) return;
  const object = objectOf(drawing, picture);
  const whole = picture.kind === 'bitmap' && within(target, box);
  const clip = whole ? '' : `${rectPath(box)}W n\n`;
  inState(content, `${clip}${matrix(placement(picture, target))} cm\n`, () => {
    setAlpha(content, 1);
    own(content, placed.owner);
    paintObject(content, object);
  });
}

function isEmpty(picture: Picture): boolean {
  return picture.kind === 'vector' && picture.shapes.length === 0;
}

/** The picture's object, written when the document first shows it. */
function objectOf(drawing: Drawing, picture: Picture): NamedObject {
  const key = `${picture.kind} ${picture.key}`;
  const known = drawing.pictures.get(key);
  if (known !== undefined) return known;
  const id =
    picture.kind === 'bitmap'
      ? embedBitmap(drawing.writer, picture)
      : embedVector(drawing, picture);
  const named = { name: `X${drawing.pictures.size + 1}`, id };
  drawing.pictures.set(key, named);
  return named;
}

/** The unit square that an image fills in PDF, on its feet, as each orientation shows it, top down. */
const UPRIGHT: Readonly<Record<Orientation, Matrix>> = {
  1: [1, 0, 0, -1, 0, 1],
  2: [-1, 0, 0, -1, 1, 1],
  3: [-1, 0, 0, 1, 1, 0],
  4: [1, 0, 0, 1, 0, 0],
  5: [0, 1, -1, 0, 1, 0],
  6: [0, 1, 1, 0, 0, 0],
  7: [0, -1, 1, 0, 0, 1],
  8: [0, -1, -1, 0, 1, 1],
};

/** A bitmap is a unit square that stands on its feet; a view box is fitted in as the picture says. */
function placement(picture: Picture, target: Rect): Matrix {
  const { x, y, width, height } = target;
  if (picture.kind === 'bitmap')
    return multiply([width, 0, 0, height, x, y], UPRIGHT[picture.orientation]);
  return fitted(picture.viewBox, target, picture.aspect);
}

/** Rounding must not bring a clip into a file that needs none. */
const SLACK = 0.01;

function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - SLACK &&
    inner.y >= outer.y - SLACK &&
    inner.x + inner.width <= outer.x + outer.width + SLACK &&
    inner.y + inner.height <= outer.y + outer.height + SLACK
  );
}
