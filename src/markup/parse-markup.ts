import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { Markup } from '../template/markup.ts';
import type { Element } from './element.ts';
import { createLineTable, type LineTable } from './line-table.ts';
import {
  addText,
  closeAll,
  closeElement,
  createTreeBuilder,
  openElement,
  warn,
  type TreeBuilder,
} from './tree-builder.ts';

/** Longest page in UTF-16 units: 128 MB. */
const SIZE_LIMIT = 1 << 27;

/** What has been read of the tag and the text before it is complete. */
interface Reader {
  readonly html: string;
  readonly lines: LineTable;
  readonly builder: TreeBuilder;
  text: string;
  textStart: number;
  name: string;
  nameStart: number;
  attributes: Record<string, string> | null;
  attribute: string;
  value: string;
  /** Open elements above the outermost `svg`, itself included; 0 outside of pictures. */
  svgDepth: number;
}

const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

/**
 * Parse HTML into the `html` element: entities decoded, implied tags supplied, line and column on every node.
 * Nothing is executed; what a print engine has no use for is left out with a warning.
 */
export function parseMarkup(markup: Markup): Outcome<Element> {
  if (markup.html.length > SIZE_LIMIT)
    return failed([
      failure('markup', markup.file, 'the page is too long', { expected: '128 MB at most' }),
    ]);
  const lines = createLineTable(markup.html, markup.file);
  const builder = createTreeBuilder({ file: markup.file, line: 1, column: 1 });
  const reader = createReader(markup.html, lines, builder);
  read(reader);
  if (builder.failures.length > 0) return failed(builder.failures, builder.warnings);
  closeAll(builder);
  return success(builder.html, builder.warnings);
}

function createReader(html: string, lines: LineTable, builder: TreeBuilder): Reader {
  const none = {
    text: '',
    textStart: 0,
    name: '',
    nameStart: 0,
    attribute: '',
    value: '',
    svgDepth: 0,
  };
  return { html, lines, builder, attributes: null, ...none };
}

function read(reader: Reader): void {
  const tokenizer: Tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    callbacks(reader, () => tokenizer.pause()),
  );
  tokenizer.write(reader.html);
  if (reader.builder.failures.length > 0) return;
  tokenizer.end();
  flushText(reader);
}

function callbacks(reader: Reader, stop: () => void): TokenizerCallbacks {
  const nothing = (): void => flushText(reader);
  return {
    ...textCallbacks(reader),
    ...attributeCallbacks(reader),
    onopentagname: (start, end) => beginTag(reader, start, end),
    onopentagend: () => endTag(reader, false, stop),
    onselfclosingtag: () => endTag(reader, true, stop),
    onclosetag: (start, end) => readEndTag(reader, start, end),
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
    isInForeignContext: () => reader.svgDepth > 0,
  };
}

function textCallbacks(
  reader: Reader,
): Pick<TokenizerCallbacks, 'ontext' | 'ontextentity' | 'oncdata'> {
  return {
    ontext: (start, end) => gatherText(reader, reader.html.slice(start, end), start),
    ontextentity: (code, end) => gatherText(reader, String.fromCodePoint(code), end - 1),
    oncdata: (start, end, offset) =>
      gatherText(reader, reader.html.slice(start, end - offset), start),
  };
}

function attributeCallbacks(
  reader: Reader,
): Pick<TokenizerCallbacks, 'onattribname' | 'onattribdata' | 'onattribentity' | 'onattribend'> {
  return {
    onattribname: (start, end) => {
      const name = reader.html.slice(start, end);
      reader.attribute = reader.svgDepth > 0 || reader.name === 'svg' ? name : name.toLowerCase();
      reader.value = '';
    },
    onattribdata: (start, end) => {
      reader.value += reader.html.slice(start, end);
    },
    onattribentity: (code) => {
      reader.value += String.fromCodePoint(code);
    },
    onattribend: () => addAttribute(reader),
  };
}

function gatherText(reader: Reader, text: string, start: number): void {
  if (reader.text === '') reader.textStart = start;
  reader.text += text;
}

function flushText(reader: Reader): void {
  if (reader.text === '') return;
  addText(reader.builder, reader.text, reader.lines.at(reader.textStart));
  reader.text = '';
}

function beginTag(reader: Reader, start: number, end: number): void {
  flushText(reader);
  const name = reader.html.slice(start, end);
  reader.name = reader.svgDepth > 0 ? name : name.toLowerCase();
  reader.nameStart = start - 1;
  reader.attributes = null;
}

/** The first of two attributes with one name counts; event handlers are left out (they are never run). */
function addAttribute(reader: Reader): void {
  const { attribute } = reader;
  if (isEventHandler(attribute)) {
    const source = reader.lines.at(reader.nameStart);
    warn(
      reader.builder,
      source,
      `the event handler ${attribute} is not supported`,
      'remove it: nothing is executed',
    );
    return;
  }
  reader.attributes ??= {};
  if (!Object.hasOwn(reader.attributes, attribute)) reader.attributes[attribute] = reader.value;
}

const O = 0x6f;

/** Looks at the first letter before anything else: this is asked of every attribute. */
function isEventHandler(name: string): boolean {
  return (name.charCodeAt(0) | 0x20) === O && /^on[a-z]/i.test(name);
}

function endTag(reader: Reader, selfClosing: boolean, stop: () => void): void {
  const { name, builder } = reader;
  const source = reader.lines.at(reader.nameStart);
  const foreign = reader.svgDepth > 0;
  openElement(
    builder,
    { name, attributes: reader.attributes ?? NO_ATTRIBUTES, source, selfClosing },
    foreign,
  );
  if (!selfClosing && (foreign || name === 'svg')) reader.svgDepth += 1;
  if (builder.failures.length > 0) stop();
}

function readEndTag(reader: Reader, start: number, end: number): void {
  flushText(reader);
  const written = reader.html.slice(start, end);
  const name = reader.svgDepth > 0 ? written : written.toLowerCase();
  closeElement(reader.builder, name, () => reader.lines.at(start - 2));
  if (reader.svgDepth > 0) reader.svgDepth = svgDepth(reader.builder);
}

function svgDepth(builder: TreeBuilder): number {
  const outermost = builder.open.findIndex((element) => element.name === 'svg');
  return outermost === -1 ? 0 : builder.open.length - outermost;
}
