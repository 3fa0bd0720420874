import { createHash } from 'node:crypto';
import type { FontBook } from '../font/font-book.ts';
import { failure, success, type Failure, type Outcome } from '../failure.ts';
import { place, type Element, type Node, type Source } from '../markup/element.ts';
import { missingResource } from './load-resource.ts';
import type { Resource, World } from '../world.ts';
import { createStyleCache, type StyleCache } from './style-cache.ts';
import { parseSheet, type SheetText } from './parse-sheet.ts';
import { mediaAttributeApplies } from './read-media.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';
import { splitSheet } from './split-sheet.ts';
import type { FontFaceDescription, PageRule, Sheet } from './sheet.ts';
import { UA_SHEET } from './ua-sheet.ts';

/** The style sheets of one document, ready to be asked about its elements. */
export interface Cascade {
  readonly rules: RuleIndex;
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceDescription[];
  /** Styles found so far; shared by all documents with the same style sheets. */
  readonly cache: StyleCache;
  readonly fonts: FontBook;
}

/** Gather the browser's sheet, `<link rel="stylesheet">` and `<style>` in document order. */
export function createCascade(root: Element, world: World): Outcome<Cascade> {
  const warnings: Failure[] = [];
  const texts = sheetTexts(root, world, warnings);
  const browser = memoisedSheet(UA_TEXT, world);
  const sheets = texts.map((text) => memoisedSheet(text, world));
  for (const { sheet } of sheets) warnings.push(...sheet.warnings);
  const { rules, holder } = sharedRules(browser.sheet, sheets, world);
  if (holder.cache.isFull()) holder.cache = createStyleCache();
  const all = [browser, ...sheets];
  return success(
    {
      rules,
      pages: all.flatMap(({ sheet }) => sheet.pages),
      fontFaces: all.flatMap(({ sheet }) => sheet.fontFaces),
      cache: holder.cache,
      fonts: world.fonts,
    },
    warnings,
  );
}

/** Rules with the styles found by them; all documents share them that differ in their `@page` alone. */
function sharedRules(
  browser: Sheet,
  sheets: readonly KeyedSheet[],
  world: World,
): { readonly rules: RuleIndex; readonly holder: { cache: StyleCache } } {
  const ruling = sheets.filter(({ sheet }) => sheet.rules.length > 0);
  const key = ruling.map(({ key }) => key).join('|');
  return world.memo(`style:rules:${key}`, () => ({
    rules: indexRules(
      browser,
      ruling.map(({ sheet }) => sheet),
    ),
    holder: { cache: createStyleCache() },
  }));
}

const UA_TEXT: SheetText = { css: UA_SHEET, source: { file: 'browser.css', line: 1, column: 1 } };

/** A sheet with what tells it from all others. */
interface KeyedSheet {
  readonly key: string;
  readonly sheet: Sheet;
}

/** Texts longer than this are known by their digest. */
const LONGEST_KEY = 1000;

/** A sheet is read once for each text and place that it stands at; messages name the place. */
function memoisedSheet(text: SheetText, world: World): KeyedSheet {
  const { css } = text;
  const content = css.length > LONGEST_KEY ? digestOf(text, world) : css;
  const key = `style:sheet:${place(text.source)}:${content}`;
  return world.memo(key, () => ({ key, sheet: parseSheet(text) }));
}

/** Files are digested once: their texts are the same objects in all documents. */
function digestOf(text: SheetText, world: World): string {
  const known = world.memo('style:digests', () => new WeakMap<SheetText, string>());
  const digest = known.get(text) ?? createHash('sha256').update(text.css).digest('base64');
  known.set(text, digest);
  return digest;
}

function sheetTexts(root: Element, world: World, warnings: Failure[]): readonly SheetText[] {
  return sheetElements(root).flatMap((element) => {
    if (!mediaAttributeApplies(element.attributes['media'])) return [];
    return element.name === 'style'
      ? splitSheet(styleText(element))
      : linkedText(element, world, warnings);
  });
}

/** `style` and `link` elements in document order, those in pictures excepted. */
function sheetElements(root: Element): readonly Element[] {
  const found: Element[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'text' || node.name === 'svg') continue;
    if (node.name === 'style' || isSheetLink(node)) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child?.kind === 'element') open.push(child);
    }
  }
  return found;
}

const isSheetLink = (element: Element): boolean =>
  element.name === 'link' && /(^|\s)stylesheet(\s|$)/i.test(element.attributes['rel'] ?? '');

function styleText(element: Element): SheetText {
  const texts = element.children.filter((child) => child.kind === 'text');
  const source: Source = texts[0]?.source ?? element.source;
  return { css: texts.map((child) => child.text).join(''), source };
}

function linkedText(element: Element, world: World, warnings: Failure[]): readonly SheetText[] {
  const href = element.attributes['href'] ?? '';
  const resource = world.resource(href);
  if (!resource) {
    const hint = 'style sheets come from the folders of the template or page';
    warnings.push(
      failure('style', place(element.source), missingResource(href, 'style sheet', world), {
        found: href,
        hint,
      }),
    );
    return [];
  }
  return [fileText(resource, world)];
}

/** The text of a file: one object for all documents, as long as the world keeps the file. */
function fileText({ name, bytes }: Resource, world: World): SheetText {
  const known = world.memo('style:files', () => new WeakMap<Uint8Array, SheetText>());
  const css = (): string =>
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  const text = known.get(bytes) ?? { css: css(), source: { file: name, line: 1, column: 1 } };
  known.set(bytes, text);
  return text;
}
