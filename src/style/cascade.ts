import type { FontBook } from '../font/font-book.ts';
import { failure, success, type Failure, type Outcome } from '../failure.ts';
import {
  childrenOf,
  place,
  type Element,
  type ElementTree,
  type LineTable,
} from '../markup/element.ts';
import { copiedText } from '../copied-text.ts';
import { missingResource } from './load-resource.ts';
import type { Resource, StyleTree, World } from '../world.ts';
import { createSheetMemory, type SheetMemory } from './sheet-memory.ts';
import { createStyleCache, type StyleCache } from './style-cache.ts';
import { parseSheet, type SheetText } from './parse-sheet.ts';
import { mediaAttributeApplies } from './read-media.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';
import type { FontFaceDescription, PageRule, Sheet } from './sheet.ts';
import { UA_SHEET } from './ua-sheet.ts';
import { bytesOfText, wordedStatements } from './worded-sheet.ts';

/** The style sheets of one document, ready to be asked about its elements. */
export interface Cascade {
  /** Of the document. */
  readonly lines: LineTable;
  readonly rules: RuleIndex;
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceDescription[];
  /** Styles found so far; shared by all documents with the same style sheets. */
  readonly cache: StyleCache;
  readonly fonts: FontBook;
}

/** Gather the browser's sheet, `<link rel="stylesheet">` and `<style>` in document order. */
export function createCascade(tree: ElementTree, world: World): Outcome<Cascade> {
  const warnings: Failure[] = [];
  const memory = world.memo('style:sheets', createSheetMemory);
  const browser = memoisedSheet(UA_TEXT, memory, world);
  const sheets = documentSheets(tree, { memory, world, warnings });
  for (const { sheet } of sheets) warnings.push(...sheet.warnings);
  const shared = sharedStyles(browser.sheet, sheets, memory);
  if (shared.cache.isFull()) shared.cache = createStyleCache();
  const all = [browser, ...sheets];
  return success(
    {
      lines: tree.lines,
      rules: shared.rules,
      pages: all.flatMap(({ sheet }) => sheet.pages),
      fontFaces: all.flatMap(({ sheet }) => sheet.fontFaces),
      cache: shared.cache,
      fonts: world.fonts,
    },
    warnings,
  );
}

/** What documents share whose style sheets have the same rules. */
interface SharedStyles {
  readonly rules: RuleIndex;
  cache: StyleCache;
}

/** Rules with the styles found by them; all documents share them that differ in their `@page` alone. */
function sharedStyles(
  browser: Sheet,
  sheets: readonly KeyedSheet[],
  memory: SheetMemory,
): SharedStyles {
  const ruling = sheets.filter(({ sheet }) => sheet.rules.length > 0);
  const make = (): SharedStyles => ({
    rules: indexRules(
      browser,
      ruling.map(({ sheet }) => sheet),
    ),
    cache: createStyleCache(),
  });
  const key = ruling.map(({ key }) => key).join('|');
  return memory.recall(`rules:${key}`, make, bytesOfStyles);
}

/** About what a style with its place among its siblings takes. */
const STYLE_BYTES = 2000;

const bytesOfStyles = ({ cache }: SharedStyles): number => (1 + cache.entries()) * STYLE_BYTES;

const UA_TEXT: SheetText = { css: UA_SHEET, source: { file: 'browser.css', line: 1, column: 1 } };

/** A sheet with what tells it from all others. */
interface KeyedSheet {
  readonly key: string;
  readonly sheet: Sheet;
}

/** A sheet is read once for each text and place that it stands at; messages name the place. */
function memoisedSheet(text: SheetText, memory: SheetMemory, world: World): KeyedSheet {
  const key = memory.keyOf(text);
  const read = (): KeyedSheet => ({ key, sheet: parseSheet(text, builtTree(text, world)) });
  return memory.recall(key, read, bytesOfText(text.css.length));
}

/** The build made trees of whole files, whose places begin at their first character. */
function builtTree({ css, source }: SheetText, world: World): StyleTree | null {
  return source.line === 1 && source.column === 1 ? world.styleTree(css) : null;
}

/** Where sheets come from, and where what is wrong with them goes. */
interface Sources {
  readonly memory: SheetMemory;
  readonly world: World;
  readonly warnings: Failure[];
}

function documentSheets({ sheets, lines }: ElementTree, sources: Sources): readonly KeyedSheet[] {
  const { memory, world, warnings } = sources;
  const found: KeyedSheet[] = [];
  for (const element of sheets) {
    if (!mediaAttributeApplies(element.attributes['media'])) continue;
    if (element.name === 'style') addStatements(styleText(element, lines), sources, found);
    else if (isSheetLink(element)) {
      const text = linkedText(element, lines, world, warnings);
      if (text !== null) found.push(memoisedSheet(text, memory, world));
    }
  }
  return found;
}

function addStatements(style: SheetText, { memory, world }: Sources, found: KeyedSheet[]): void {
  for (const { text, sheet } of wordedStatements(style, memory))
    found.push(sheet === null ? memoisedSheet(text, memory, world) : { key: WORDED, sheet });
}

/** Of pages, which no other sheet has to be told from: they have no rules for elements. */
const WORDED = 'words';

const isSheetLink = (element: Element): boolean =>
  /(^|\s)stylesheet(\s|$)/i.test(element.attributes['rel'] ?? '');

function styleText(element: Element, lines: LineTable): SheetText {
  const texts = childrenOf(element).filter((child) => child.kind === 'text');
  const source = lines.at(texts[0]?.source ?? element.source);
  return { css: copiedText(texts.map((child) => child.text).join('')), source };
}

function linkedText(
  element: Element,
  lines: LineTable,
  world: World,
  warnings: Failure[],
): SheetText | null {
  const href = element.attributes['href'] ?? '';
  const resource = world.resource(href);
  if (!resource) {
    const hint = 'style sheets come from the folders of the template or page';
    warnings.push(
      failure(
        'style',
        place(lines.at(element.source)),
        missingResource(href, 'style sheet', world),
        {
          found: href,
          hint,
        },
      ),
    );
    return null;
  }
  return fileText(resource, world);
}

/** The text of a file: one object for all documents, as long as the world keeps the file. */
function fileText({ name, bytes }: Resource, world: World): SheetText {
  const known = world.memo('style:files', () => new WeakMap<Uint8Array, SheetText>());
  const css = (): string =>
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  const text = known.get(bytes) ?? {
    css: css(),
    source: { file: copiedText(name), line: 1, column: 1 },
  };
  known.set(bytes, text);
  return text;
}
