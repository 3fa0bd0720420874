import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { printMarkup } from '../../../src/pipeline.ts';
import type { Press } from '../../../src/press.ts';
import { layOutInChromium } from '../chromium.ts';

/** The words of each page, a letter or more and a number each, of one or several parts. */
export type PagedWords = readonly (readonly string[])[];

/** A word at its place on the sheet, CSS px: its left edge, and the middle of its box as poppler sees it. */
export interface PlacedWord {
  readonly word: string;
  readonly x: number;
  readonly y: number;
}

/** The words of each page with their places, sorted: which page a word is on counts, not when it is drawn. */
export type PagedPlaces = readonly (readonly PlacedWord[])[];

const WIDTH = 500;
const PX = 96 / 72;
const WORD = /<word xMin="(\S+)" yMin="(\S+)" xMax="\S+" yMax="(\S+)">([a-z]+\d[\d.]*)<\/word>/g;

function placesOf(bytes: Uint8Array): PagedPlaces {
  const text = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: bytes, encoding: 'utf8' });
  const pages = text.split('<page ').slice(1);
  return pages.map((page) => [...page.matchAll(WORD)].map(placedWord).sort(byNumber));
}

function placedWord([, left, top, bottom, word = '']: RegExpExecArray): PlacedWord {
  return { word, x: Number(left) * PX, y: ((Number(top) + Number(bottom)) / 2) * PX };
}

const byNumber = ({ word: one }: PlacedWord, { word: other }: PlacedWord): number =>
  one.localeCompare(other, 'en', { numeric: true });

/** The words alone. */
export function wordsOf(pages: PagedPlaces): PagedWords {
  return pages.map((places) => places.map(({ word }) => word));
}

/** Words that do not stand within a px of where they stand in another print of the same words. */
export function moved(ours: PagedPlaces, theirs: PagedPlaces): readonly string[] {
  return ours.flatMap((places, page) =>
    places.flatMap(({ word, x, y }, index) => {
      const other = theirs[page]?.[index];
      const near = other !== undefined && Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) <= 1;
      return near ? [] : [`${word} on page ${page + 1} at ${x} ${y}, in Chromium at ${other?.x} ${other?.y}`];
    }),
  );
}

/** Print a page file with Platen, without a warning. */
export function printInPlaten(file: string, press: Press): PagedPlaces {
  const markup = { kind: 'markup', html: readFileSync(file, 'utf8'), file: basename(file) } as const;
  const printed = printMarkup(markup, press.pageWorld(dirname(file)));
  if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
  if (printed.warnings.length > 0) throw new Error(JSON.stringify(printed.warnings));
  return placesOf(printed.value.bytes);
}

/** Print a page file with the browser, in the same faces. */
export async function printInChromium(file: string, tab: Page): Promise<PagedPlaces> {
  await layOutInChromium(tab, file, WIDTH);
  return placesOf(await tab.pdf({ preferCSSPageSize: true, printBackground: true }));
}
