/** Flags of a component in a composite glyph (OpenType 1.9, "glyf", "Composite Glyph Description"). */
const WORD_ARGUMENTS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTIONS = 0x0100;

/** Bytes before the first contour or component: the number of contours and the bounding box. */
const HEADER = 10;

const EMPTY = new Uint8Array(0);

/**
 * A copy of the outline without hinting instructions, its components renamed. Instructions go because they would need the
 * font's programs, which are larger than the outlines, and print does not use them. Torn outlines come out empty.
 */
export function copyOutline(outline: Uint8Array, rename: (glyph: number) => number): Uint8Array {
  if (outline.length <= HEADER) return EMPTY;
  return isComposite(outline) ? copyComposite(outline, rename) : copySimple(outline);
}

function isComposite(outline: Uint8Array): boolean {
  return outline.length > HEADER && uint16(outline, 0) >= 0x8000;
}

function copySimple(outline: Uint8Array): Uint8Array {
  const lengthAt = HEADER + uint16(outline, 0) * 2;
  if (lengthAt + 2 > outline.length) return EMPTY;
  const pointsAt = lengthAt + 2 + uint16(outline, lengthAt);
  if (pointsAt > outline.length) return EMPTY;
  const copy = new Uint8Array(lengthAt + 2 + outline.length - pointsAt);
  copy.set(outline.subarray(0, lengthAt));
  copy.set(outline.subarray(pointsAt), lengthAt + 2);
  return copy;
}

function copyComposite(outline: Uint8Array, rename: (glyph: number) => number): Uint8Array {
  const places = componentPlaces(outline);
  const last = places.at(-1);
  if (last === undefined) return EMPTY;
  const copy = outline.slice(0, last + componentLength(uint16(outline, last)));
  for (const place of places) {
    setUint16(copy, place, uint16(copy, place) & ~INSTRUCTIONS);
    setUint16(copy, place + 2, rename(uint16(copy, place + 2)));
  }
  return copy;
}

/** Where each component begins; none if the outline is not composite or ends within a component. */
function componentPlaces(outline: Uint8Array): readonly number[] {
  if (!isComposite(outline)) return [];
  const places: number[] = [];
  let place = HEADER;
  let flags = MORE_COMPONENTS;
  while ((flags & MORE_COMPONENTS) !== 0) {
    flags = uint16(outline, place);
    places.push(place);
    place += componentLength(flags);
    if (place > outline.length) return [];
  }
  return places;
}

function componentLength(flags: number): number {
  const place = (flags & WORD_ARGUMENTS) !== 0 ? 4 : 2;
  if ((flags & ONE_SCALE) !== 0) return 4 + place + 2;
  if ((flags & TWO_SCALES) !== 0) return 4 + place + 4;
  return 4 + place + ((flags & MATRIX) !== 0 ? 8 : 0);
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function setUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value & 0xff;
}
