import { failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import type { Size } from '../geometry.ts';
import type { Flow, LateMark } from '../layout/item.ts';
import type { PageFrame } from '../layout/page-frame.ts';
import { breakPages } from './break-pages.ts';
import { cutWarnings } from './cut-warnings.ts';
import type { Fragment } from './fragment.ts';
import type { Page, PagedDocument } from './page.ts';
import { totalFormat } from './place/format-total.ts';
import { placePage } from './place/place-page.ts';
import { runningTotals } from './running-totals.ts';
import { survey } from './survey.ts';
import type { Survey } from './survey.ts';

/** Cut a measured document into pages: first decide all breaks by heights, then place each page. */
export function paginate(flow: Flow): Outcome<PagedDocument> {
  const warnings: Failure[] = [];
  const warn = (warning: Failure): void => void warnings.push(warning);
  const found = survey(flow, warn);
  const broken = breakPages(flow, found);
  if (!broken.ok) return { ...broken, warnings };
  for (const [index, fragment] of broken.value.entries()) {
    warnings.push(...cutWarnings(fragment, frameOf(flow, index).area.height, flow.lines));
  }
  const pages = unplacedPages(flow, found, broken.value, warn);
  const { language, title, meta } = flow;
  return success({ pages, language, title, meta }, warnings);
}

function unplacedPages(
  flow: Flow,
  found: Survey,
  fragments: readonly Fragment[],
  warn: (warning: Failure) => void,
): readonly Page[] {
  const { fonts, language, lines } = flow;
  const { totals, missing } = runningTotals(fragments, { survey: found, lines, warn });
  for (const mark of [...found.late, ...missing]) warn(noSum(mark));
  const printing = { survey: found, fonts, formatTotal: totalFormat(language, fonts), totals };
  return fragments.map((fragment, index) => {
    const counters = { page: index + 1, pages: fragments.length };
    return new UnplacedPage(frameOf(flow, index).size, () =>
      placePage(flow, printing, fragment, counters),
    );
  });
}

/** A page that is placed each time its items are read: a long document never has the items of all pages at once. */
class UnplacedPage implements Page {
  readonly size: Size;
  private readonly place: () => Page['items'];

  constructor(size: Size, place: () => Page['items']) {
    this.size = size;
    this.place = place;
  }

  get items(): Page['items'] {
    return this.place();
  }
}

function noSum({ content }: LateMark): Failure {
  return failure('paginate', `<running-total of="${content.of}">`, 'there is no sum to print', {
    expected: 'a row of the thead or tfoot of a table whose cells have amounts of this name',
    hint: 'put it in the thead or tfoot, and data-total and data-amount on the cells',
  });
}

function frameOf(flow: Flow, index: number): PageFrame {
  return index === 0 ? flow.first : flow.rest;
}
