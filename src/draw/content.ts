import type { Color } from '../color.ts';
import {
  beginText,
  bytesOf,
  write,
  writeThousandths,
  writeWhole,
  type ByteText,
} from './byte-text.ts';
import { thousandths } from './format-number.ts';
import { addContent, type Container, type ElementNumber } from './structure.ts';
import type { Resources } from './resources.ts';

/** What a marked-content sequence belongs to: an element of the structure tree, or nothing (ISO 32000-1, section 14.8.2.2). */
export type Owner = ElementNumber | 'artifact' | 'pagination';

/** What the operators written so far have set. */
interface GraphicsState {
  fill: number;
  /** The colour that `fill` was taken from; null where that is not known. */
  color: Color | null;
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
  /** What was shown last, so that text behind it may go on in the same string. */
  readonly shown: Shown;
}

/** The operator that shows text, and where it leaves the pen. */
export interface Shown {
  /** Where its string or array begins. */
  start: number;
  /** Where it ends; the text goes on from there unless something was written since. */
  end: number;
  /** Whether it is an array: the pen is moved within. */
  array: boolean;
  /** Where the pen stands, px. */
  pen: number;
  /** How far that is behind where the next glyph belongs, thousandths of an em. */
  behind: number;
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

/** No colour has been set: the pen's is black, which no file relies on. */
export const UNSET = -1;

const INITIAL: GraphicsState = {
  fill: UNSET,
  color: null,
  stroke: UNSET,
  alpha: 1,
  font: '',
  size: 0,
  spacing: 0,
};

const NOWHERE = -1;

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
    shown: { start: 0, end: NOWHERE, array: false, pen: 0, behind: 0 },
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
  write(text, '/');
  write(text, container.structure.elements.roles[owner] ?? '');
  write(text, '<</MCID ');
  writeWhole(text, addContent(owner, container));
  write(text, '>>BDC\n');
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
