import { failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import type { Flow, Item } from '../layout/item.ts';
import { fit } from './fit/fit.ts';
import type { Ask, Fit, PageContext } from './fit/ask.ts';
import type { Fragment, Start } from './fragment.ts';
import { nameWords } from './name-words.ts';
import { hasAdvanced } from './progress.ts';
import { isAnythingLeft } from './rest.ts';
import type { Survey } from './survey.ts';
import { WAIVERS } from './waiver.ts';
import type { Waiver } from './waiver.ts';

/** More pages than any document has: the loop must end. */
const MOST_PAGES = 100_000;

/** How many cut lines the outermost rows may try on a page. */
const TRIES = 49;

/** First pass: decide all cuts by heights alone. One fragment of the root for each page. */
export function breakPages(
  flow: Flow,
  survey: Survey,
  mostPages: number = MOST_PAGES,
): Outcome<readonly Fragment[]> {
  const pages: Fragment[] = [];
  let start: Start | null = null;
  do {
    if (pages.length === mostPages)
      return failed([tooManyPages(nameAt(flow.root, start, flow.lines), mostPages)]);
    const frame = pages.length === 0 ? flow.first : flow.rest;
    const answer = fitPage(flow, survey, start, frame.area.height);
    if (answer.kind === 'refuse') return failed([noProgress(nameAt(flow.root, start, flow.lines))]);
    const rest: Start | null = answer.kind === 'cut' ? answer.rest : answer.beyond;
    if (rest !== null && !hasAdvanced(start, rest))
      return failed([noProgress(nameAt(flow.root, start, flow.lines))]);
    pages.push(answer.fragment);
    start = rest;
  } while (start !== null && isAnythingLeft(survey, flow.root, start));
  return success(pages);
}

/** Fill one page: obey all rules of breaking if that is possible, else as many as possible. */
function fitPage(flow: Flow, survey: Survey, start: Start | null, height: number): Fit {
  const question = pageAsk(flow.root, start, height);
  const tallest = Math.max(flow.first.area.height, flow.rest.area.height);
  let answer: Fit = { kind: 'refuse' };
  for (const waived of WAIVERS) {
    answer = fit(pageContext(survey, waived, tallest), question);
    if (answer.kind !== 'refuse') return answer;
  }
  return answer;
}

function pageContext(survey: Survey, waived: Waiver, tallest: number): PageContext {
  const page: PageContext = { survey, waived, tallest, fit: (ask) => fit(page, ask) };
  return page;
}

function pageAsk(item: Item, start: Start | null, height: number): Ask {
  return {
    item,
    start,
    endRoom: height,
    cutRoom: height,
    atTop: true,
    guarded: false,
    tries: TRIES,
  };
}

function tooManyPages(name: string, mostPages: number): Failure {
  return failure('paginate', name, 'the document has too many pages', {
    expected: `at most ${String(mostPages)} pages`,
    found: 'more content than these pages hold',
    hint: 'check the page size and the height of this element',
  });
}

function noProgress(name: string): Failure {
  return failure('paginate', name, 'nothing of this element can be placed on a page', {
    expected: 'a page with room for content',
    hint: 'check the page size, the page margins and the height of this element',
  });
}

/** The name of the innermost item that a page goes on with. */
function nameAt(item: Item, start: Start | null, lines: Flow['lines']): string {
  if (start?.kind === 'hanging') return nameAt(item, start.content, lines);
  if (item.kind === 'column' && start?.kind === 'column') {
    const child = item.children[start.index]?.item;
    return child === undefined ? nameWords(item.name, lines) : nameAt(child, start.child, lines);
  }
  const rest = item.kind === 'row' && start?.kind === 'row' ? start.cells[0] : undefined;
  return rest === undefined
    ? nameWords(item.name, lines)
    : nameAt(rest.cell.item, rest.start, lines);
}
