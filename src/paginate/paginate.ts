import { failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import type { Flow, LateMark } from '../layout/item.ts';
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
    warnings.push(...cutWarnings(fragment, areaHeight(flow, index), flow.lines));
  }
  const pages = placePages(flow, found, broken.value, warn);
  const { language, title, meta } = flow;
  return success({ pages, language, title, meta }, warnings);
}

function placePages(
  flow: Flow,
  found: Survey,
  fragments: readonly Fragment[],
  warn: (warning: Failure) => void,
): readonly Page[] {
  const { fonts, language, lines } = flow;
  const missed = new Set<LateMark>();
  const totals = runningTotals(fragments, { survey: found, lines, warn });
  const miss = (mark: LateMark): void => void missed.add(mark);
  const printing = { survey: found, fonts, formatTotal: totalFormat(language), totals, miss };
  const pages = fragments.map((fragment, index) =>
    placePage(flow, printing, fragment, { page: index + 1, pages: fragments.length }),
  );
  for (const mark of missed) warn(noSum(mark));
  return pages;
}

function noSum({ content }: LateMark): Failure {
  return failure('paginate', `<running-total of="${content.of}">`, 'there is no sum to print', {
    expected: 'a row of the thead or tfoot of a table whose cells have amounts of this name',
    hint: 'put it in the thead or tfoot, and data-total and data-amount on the cells',
  });
}

function areaHeight(flow: Flow, index: number): number {
  return (index === 0 ? flow.first : flow.rest).area.height;
}
