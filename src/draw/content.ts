import type { Color } from '../color.ts';
import { beginText, bytesOf, write, writeThousandths, type ByteText } from './byte-text.ts';
import { coordinate, thousandths, writeCoordinate } from './format-number.ts';
import type { StructureElement } from './structure.ts';
import { addContent } from './structure.ts';
import type { Resources } from './resources.ts';

/** What a marked-content sequence belongs to: an element of the structure tree, or nothing (ISO 32000-1, section 14.8.2.2). */
export type Owner = StructureElement | 'artifact' | 'pagination';

/** Where marked content lies: on a page, or in a form XObject that the page paints. */
export interface Container {
  /** Object number of the page. */
  readonly page: number;
  /** Object number of the form XObject; null on the page itself. */
  readonly form: number | null;
  /** The element of each marked-content identifier. */
  readonly owners: StructureElement[];
}

/** What the operators written so far have set. */
interface GraphicsState {
  fill: number;
  stroke: number;
  alpha: number;
  font: string;
  size: number;
  /** Letter-spacing, thousandths of a px. */
  spacing: number;
}

/** A content stream while it is being written: operators, what they have set, and what they name. */
export interface Content {
  readonly text: ByteText;
  readonly container: Container;
  readonly names: ResourceNames;
  readonly fonts: Map<string, number>;
  readonly states: Map<string, number>;
  readonly objects: Map<string, number>;
  readonly patterns: Map<string, number>;
  state: GraphicsState;
  /** Opacity of the group that all of this is in. */
  opacity: number;
  owner: Owner | null;
  /** Whether the open marked-content sequence began within the open text object. */
  ownedInText: boolean;
  inText: boolean;
  /** Start of the current text line, thousandths of a px; `lineX` is not a number before there is one. */
  lineX: number;
  lineY: number;
}

/** The names of resources, which all content streams of a document share. */
export interface ResourceNames {
  /** A transparency setting. */
  alpha(value: number): NamedObject;
}

/** An object with the name that operators use for it. */
export interface NamedObject {
  readonly name: string;
  readonly id: number;
}

const NONE = -1;
const INITIAL: GraphicsState = {
  fill: NONE,
  stroke: NONE,
  alpha: 1,
  font: '',
  size: 0,
  spacing: 0,
};

/** An empty content stream; it may be written where an earlier one stood. */
export function beginContent(
  container: Container,
  names: ResourceNames,
  text: ByteText = beginText(),
): Content {
  text.length = 0;
  return {
    text,
    container,
    names,
    fonts: new Map(),
    states: new Map(),
    objects: new Map(),
    patterns: new Map(),
    state: { ...INITIAL },
    opacity: 1,
    owner: null,
    ownedInText: false,
    inText: false,
    lineX: 0,
    lineY: 0,
  };
}

/** Close whatever is open; answer the operators. */
export function endContent(content: Content): Uint8Array {
  closeText(content);
  closeOwner(content);
  return bytesOf(content.text);
}

/** What comes next, none of it text, belongs to this owner; consecutive content of one owner is one marked-content sequence. */
export function own(content: Content, owner: Owner): void {
  if (content.owner === owner) return;
  closeOwner(content);
  beginSequence(content, owner);
  content.owner = owner;
  content.ownedInText = content.inText;
}

/**
 * What comes next is text of this owner. Text objects and marked-content sequences lie within each other (ISO 32000-1,
 * section 14.6.1), so a sequence that did not begin in a text object ends before one begins.
 */
export function ownText(content: Content, owner: Owner): void {
  const { inText, ownedInText } = content;
  if (content.owner !== owner && !(inText && ownedInText)) closeOwner(content);
  if (!content.inText) {
    write(content.text, 'BT\n');
    content.inText = true;
    content.lineX = Number.NaN;
  }
  own(content, owner);
}

function beginSequence({ text, container }: Content, owner: Owner): void {
  if (owner === 'artifact') return write(text, '/Artifact BMC\n');
  if (owner === 'pagination') return write(text, '/Artifact<</Type/Pagination>>BDC\n');
  write(text, `/${owner.tag.role}<</MCID ${addContent(owner, container)}>>BDC\n`);
}

function closeOwner(content: Content): void {
  if (content.owner === null) return;
  if (content.inText && !content.ownedInText) endText(content);
  write(content.text, 'EMC\n');
  content.owner = null;
}

/** End the text object, and the sequence that began within it. */
export function closeText(content: Content): void {
  if (!content.inText) return;
  if (content.ownedInText) closeOwner(content);
  endText(content);
}

function endText(content: Content): void {
  if (!content.inText) return;
  write(content.text, 'ET\n');
  content.inText = false;
}

/** Move the pen to the start of a text; the text matrix undoes the page's downward y axis. */
export function moveText(content: Content, x: number, y: number): void {
  const { text } = content;
  const gridX = thousandths(x);
  const gridY = thousandths(y);
  if (Number.isNaN(content.lineX)) {
    write(text, '1 0 0 -1 ');
    writeThousandths(text, gridX);
    writeThousandths(text, gridY);
    write(text, 'Tm\n');
  } else {
    writeThousandths(text, gridX - content.lineX);
    writeThousandths(text, content.lineY - gridY);
    write(text, 'Td\n');
  }
  content.lineX = gridX;
  content.lineY = gridY;
}

/** Set the room between letters, px. Readers know of letter-spacing by its operator, not by moves of the pen. */
export function setSpacing({ text, state }: Content, spacing: number): void {
  const grid = thousandths(spacing);
  if (state.spacing === grid) return;
  writeThousandths(text, grid);
  write(text, 'Tc\n');
  state.spacing = grid;
}

/** Set the font, px. */
export function setFont(content: Content, font: NamedObject, size: number): void {
  const { state } = content;
  if (state.font === font.name && state.size === size) return;
  content.fonts.set(font.name, font.id);
  write(content.text, `/${font.name} `);
  writeCoordinate(content.text, size);
  write(content.text, 'Tf\n');
  state.font = font.name;
  state.size = size;
}

/** Set the colour of fills and text, alpha included. */
export function setFill(content: Content, color: Color): void {
  setAlpha(content, color.alpha);
  const packed = pack(color);
  if (packed === content.state.fill) return;
  content.state.fill = packed;
  writeChannels(content.text, color);
  write(content.text, 'rg\n');
}

/** Set the colour of strokes, alpha included. */
export function setStroke(content: Content, color: Color): void {
  setAlpha(content, color.alpha);
  const packed = pack(color);
  if (packed === content.state.stroke) return;
  content.state.stroke = packed;
  writeChannels(content.text, color);
  write(content.text, 'RG\n');
}

/** Set the opacity of all that follows. */
export function setAlpha(content: Content, value: number): void {
  if (value === 1 && content.opacity === 1 && content.state.alpha === 1) return;
  const alpha = Math.round(Math.min(1, Math.max(0, value * content.opacity)) * 1000) / 1000;
  if (alpha === content.state.alpha) return;
  const { name, id } = content.names.alpha(alpha);
  content.states.set(name, id);
  content.state.alpha = alpha;
  write(content.text, `/${name} gs\n`);
}

/** Fill or stroke with a pattern from here on. */
export function usePattern(content: Content, pattern: number, stroking: boolean): void {
  const name = `P${pattern}`;
  content.patterns.set(name, pattern);
  write(content.text, stroking ? `/Pattern CS/${name} SCN\n` : `/Pattern cs/${name} scn\n`);
  if (stroking) content.state.stroke = NONE;
  else content.state.fill = NONE;
}

/** What the operators name. */
export function resourcesOf({ fonts, states, objects, patterns }: Content): Resources {
  return { Font: fonts, ExtGState: states, XObject: objects, Pattern: patterns };
}

/** Paint an object. */
export function paintObject(content: Content, object: NamedObject): void {
  content.objects.set(object.name, object.id);
  write(content.text, `/${object.name} Do\n`);
}

/** Save the graphics state, run `draw` and restore it. Neither text nor marked content reaches over the border. */
export function inState(content: Content, operators: string, draw: () => void): void {
  closeText(content);
  closeOwner(content);
  const saved = content.state;
  write(content.text, 'q\n');
  write(content.text, operators);
  content.state = { ...saved };
  draw();
  closeText(content);
  closeOwner(content);
  write(content.text, 'Q\n');
  content.state = saved;
}

function pack(color: Color): number {
  return (channel(color.red) << 16) | (channel(color.green) << 8) | channel(color.blue);
}

function channel(value: number): number {
  return Math.round(Math.min(255, Math.max(0, value)));
}

function writeChannels(text: ByteText, { red, green, blue }: Color): void {
  writeCoordinate(text, channel(red) / 255);
  writeCoordinate(text, channel(green) / 255);
  writeCoordinate(text, channel(blue) / 255);
}

/** Red, green and blue from 0 to 1, as operators take them. */
export function channels(color: Color): string {
  return [color.red, color.green, color.blue]
    .map((value) => coordinate(channel(value) / 255))
    .join(' ');
}
