import { success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import type { Flow } from '../layout/item.ts';
import { breakPages } from './break-pages.ts';
import { cutWarnings } from './cut-warnings.ts';
import type { PagedDocument } from './page.ts';
import { placePage } from './place/place-page.ts';
import { runningTotals } from './running-totals.ts';
import { survey } from './survey.ts';

/** Cut a measured document into pages: first decide all breaks by heights, then place each page. */
export function paginate(flow: Flow): Outcome<PagedDocument> {
  const warnings: Failure[] = [];
  const warn = (warning: Failure): void => void warnings.push(warning);
  const found = survey(flow.root, Math.min(flow.first.area.height, flow.rest.area.height), warn);
  const broken = breakPages(flow, found);
  if (!broken.ok) return { ...broken, warnings };
  const totals = runningTotals(broken.value, found, warn);
  const { fonts, language, title, meta } = flow;
  const printing = { survey: found, fonts, language, totals };
  const pages = broken.value.map((fragment, index) => {
    warnings.push(...cutWarnings(fragment, areaHeight(flow, index)));
    return placePage(flow, printing, fragment, { page: index + 1, pages: broken.value.length });
  });
  return success({ pages, language, title, meta }, warnings);
}

function areaHeight(flow: Flow, index: number): number {
  return (index === 0 ? flow.first : flow.rest).area.height;
}
