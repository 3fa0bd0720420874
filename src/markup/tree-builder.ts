import { closest } from 'fastest-levenshtein';
import { failure, type Failure } from '../failure.ts';
import { append, appendText, draft, trim, type Draft } from './draft.ts';
import { place, type LineTable, type Source, type SourceOffset } from './element.ts';
import {
  HEAD_ELEMENTS,
  KNOWN_ELEMENTS,
  OBSOLETE_ATTRIBUTES,
  OPTIONAL_END,
  REFUSED_ELEMENTS,
  VOID_ELEMENTS,
} from './html-elements.ts';
import { endedBy, impliedEnds, impliedParent, TABLE_PARTS } from './implied-ends.ts';

/** The tree while it is built. `open` holds the elements that have not ended, innermost last. */
export interface TreeBuilder {
  readonly lines: LineTable;
  readonly html: Draft;
  readonly head: Draft;
  readonly body: Draft;
  readonly open: Draft[];
  readonly sheets: Draft[];
  readonly warnings: Failure[];
  readonly failures: Failure[];
  readonly reported: Set<string>;
}

/** Most levels of elements within elements. */
export const DEPTH_LIMIT = 5000;

/** Most warnings of a page. */
export const WARNING_LIMIT = 1000;

/** A start tag as written. */
export interface StartTag {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly source: SourceOffset;
  readonly selfClosing: boolean;
}

/** Begin a document: `html`, `head` and `body` are there whether or not they are written. */
export function createTreeBuilder(lines: LineTable): TreeBuilder {
  const html = draft('html', 0);
  const head = draft('head', 0);
  const body = draft('body', 0);
  html.content = [head, body];
  const messages = { warnings: [], failures: [], reported: new Set<string>() };
  return { lines, html, head, body, open: [html], sheets: [], ...messages };
}

/** Take a start tag (HTML, section 13.2.6). */
export function openElement(builder: TreeBuilder, tag: StartTag, foreign: boolean): void {
  if (foreign) {
    hang(builder, tag, tag.selfClosing);
    return;
  }
  if (tag.name === 'html' || tag.name === 'head' || tag.name === 'body')
    return openFrame(builder, tag);
  checkElement(builder, tag);
  if (isStrayPart(builder, tag)) return;
  enterBodyFor(builder, tag.name);
  closeMany(builder, impliedEnds(tag.name, builder.open), 'implied');
  supplyParents(builder, tag);
  const ended = VOID_ELEMENTS.has(tag.name) || (tag.name === 'svg' && tag.selfClosing);
  const element = hang(builder, tag, ended);
  if (tag.name === 'style' || tag.name === 'link') noteSheet(builder, element);
}

/** Parts of tables are ignored outside of tables (HTML, section 13.2.6.4.7). */
function isStrayPart(builder: TreeBuilder, tag: StartTag): boolean {
  if (!TABLE_PARTS.has(tag.name)) return false;
  for (let index = builder.open.length - 1; index >= 0; index--)
    if (builder.open[index]?.name === 'table') return false;
  warn(builder, tag.source, `<${tag.name}> stands outside of a table`, 'its content is kept');
  return true;
}

function openFrame(builder: TreeBuilder, tag: StartTag): void {
  const frame = builder[tag.name as 'html' | 'head' | 'body'];
  frame.attributes = { ...tag.attributes, ...frame.attributes };
  frame.source = tag.source;
  checkAttributes(builder, tag);
  if (tag.name === 'body') enterBody(builder);
}

function enterBodyFor(builder: TreeBuilder, name: string): void {
  if (builder.open.length > 1 && builder.open[1] === builder.body) return;
  if (!HEAD_ELEMENTS.has(name)) return enterBody(builder);
  if (builder.open.length === 1) builder.open.push(builder.head);
}

function enterBody(builder: TreeBuilder): void {
  if (builder.open[1] === builder.body) return;
  builder.open.length = 1;
  builder.open.push(builder.body);
}

function supplyParents(builder: TreeBuilder, tag: StartTag): void {
  for (;;) {
    const missing = impliedParent(tag.name, innermost(builder)?.name ?? '');
    if (missing === null) return;
    hang(builder, { name: missing, attributes: {}, source: tag.source, selfClosing: false }, false);
  }
}

/** Hang an element under the innermost open one; refused elements stay open but hang nowhere. */
function hang(builder: TreeBuilder, tag: StartTag, ended: boolean): Draft {
  const element = draft(tag.name, tag.source, tag.attributes);
  const parent = innermost(builder);
  if (parent && !REFUSED_ELEMENTS.has(tag.name)) append(parent, element);
  if (ended) return element;
  builder.open.push(element);
  if (builder.open.length > DEPTH_LIMIT && builder.failures.length === 0)
    builder.failures.push(tooDeep(builder.lines.at(tag.source)));
  return element;
}

/** Note an element that brings a style sheet, unless it stands in one that hangs nowhere. */
function noteSheet({ open, sheets }: TreeBuilder, element: Draft): void {
  if (!open.some(({ name }) => REFUSED_ELEMENTS.has(name))) sheets.push(element);
}

function tooDeep(source: Source): Failure {
  return failure('markup', place(source), 'the markup is nested too deeply', {
    expected: `at most ${DEPTH_LIMIT} levels of elements`,
    hint: 'close the elements that were left open',
  });
}

/** Take an end tag. */
export function closeElement(builder: TreeBuilder, name: string, source: SourceOffset): void {
  if (name === 'html' || name === 'head' || name === 'body') return;
  const count = endedBy(name, builder.open);
  if (count > 0) return closeMany(builder, count, 'named');
  if (VOID_ELEMENTS.has(name) && name !== 'br') return;
  warn(builder, source, `the end tag </${name}> has no start tag`, null);
  if (name === 'p' || name === 'br')
    openElement(builder, { name, attributes: {}, source, selfClosing: false }, false);
  if (name === 'p') closeMany(builder, 1, 'named');
}

/** End the innermost `count` elements; all but the one that is named are warned of where HTML asks for an end tag. */
function closeMany(builder: TreeBuilder, count: number, reason: 'named' | 'implied'): void {
  for (let left = count; left > 0; left--) {
    const ended = builder.open.pop();
    if (ended) trim(ended);
    if (ended && (left > 1 || reason === 'implied')) warnUnclosed(builder, ended);
  }
}

const innermost = ({ open }: TreeBuilder): Draft | undefined => open[open.length - 1];

/** End of the file: everything that is open ends. */
export function closeAll(builder: TreeBuilder): void {
  enterBodyIfOnlyHead(builder);
  while (builder.open.length > 2) {
    const ended = builder.open.pop();
    if (ended) warnUnclosed(builder, ended);
  }
}

function enterBodyIfOnlyHead(builder: TreeBuilder): void {
  if (builder.open.length < 2) enterBody(builder);
}

function warnUnclosed(builder: TreeBuilder, element: Draft): void {
  if (OPTIONAL_END.has(element.name)) return;
  warn(
    builder,
    element.source,
    `<${element.name}> is not closed`,
    `write </${element.name}> where it ends`,
  );
}

/** Take character data; white space outside the body is dropped (HTML, section 13.2.6.4.6). */
export function addText(builder: TreeBuilder, text: string, source: SourceOffset): void {
  const top = innermost(builder);
  if (!top) return;
  if (top === builder.html || top === builder.head) {
    if (/^[\t\n\f\r ]*$/.test(text)) return;
    enterBody(builder);
  }
  const parent = innermost(builder);
  if (!parent) return;
  // A line break right after the start tag of `pre` is left out (HTML, section 13.2.6.4.7).
  const isFirst = parent.name === 'pre' && parent.content.length === 0;
  const kept = isFirst ? text.replace(/^\r?\n/, '') : text;
  if (kept !== '') appendText(parent, kept, source);
}

function checkElement(builder: TreeBuilder, tag: StartTag): void {
  checkAttributes(builder, tag);
  if (KNOWN_ELEMENTS.has(tag.name)) return;
  if (REFUSED_ELEMENTS.has(tag.name))
    return warn(
      builder,
      tag.source,
      `<${tag.name}> is not supported`,
      'it is left out with all that is in it',
    );
  if (builder.reported.has(tag.name)) return;
  builder.reported.add(tag.name);
  const near = closest(tag.name, [...KNOWN_ELEMENTS]);
  warn(
    builder,
    tag.source,
    `<${tag.name}> is not a known element`,
    `it becomes an inline box; did you mean <${near}>?`,
  );
}

function checkAttributes(builder: TreeBuilder, tag: StartTag): void {
  for (const name in tag.attributes) {
    const property = OBSOLETE_ATTRIBUTES.get(name);
    if (property !== undefined)
      warn(
        builder,
        tag.source,
        `the attribute ${name} is not supported`,
        `use the CSS property ${property}`,
      );
  }
}

/** Add a warning about the markup; a page with thousands of them is cut short. */
export function warn(
  builder: TreeBuilder,
  source: SourceOffset,
  message: string,
  hint: string | null,
): void {
  if (builder.warnings.length < WARNING_LIMIT)
    builder.warnings.push(failure('markup', place(builder.lines.at(source)), message, { hint }));
}
