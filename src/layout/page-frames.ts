import type { FontBook } from '../font/font-book.ts';
import type { Rect } from '../geometry.ts';
import type { PageStyle, PageStyles } from '../style/page-style.ts';
import type { PageFrame } from './page-frame.ts';
import { marginItem } from './margin-item.ts';

/** What page frames take from the document. */
export interface PageBase {
  readonly fonts: FontBook;
  readonly language: string;
}

/** The content area of a page: the sheet less its margins; never inside out. */
export function pageArea({ size, margin }: PageStyle): Rect {
  return {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, size.width - margin.left - margin.right),
    height: Math.max(0, size.height - margin.top - margin.bottom),
  };
}

function pageFrame(page: PageStyle, base: PageBase): PageFrame {
  const margins = page.marginBoxes.filter(({ content }) => content.length > 0);
  return {
    size: page.size,
    area: pageArea(page),
    margins: margins.map((each) => marginItem(each, page, base)),
  };
}

/** Frames for the first and every other page; one object where the style sheet does not tell them apart. */
export function pageFrames(
  pages: PageStyles,
  base: PageBase,
): { readonly first: PageFrame; readonly rest: PageFrame } {
  const rest = pageFrame(pages.rest, base);
  return { first: pages.first === pages.rest ? rest : pageFrame(pages.first, base), rest };
}
