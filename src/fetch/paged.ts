import { placeOf } from './ask.ts';
import { exchange, type ExchangePart, type Question } from './exchange.ts';
import { fetchFailure, type FetchFailure } from './fetched.ts';
import type { Link } from './link.ts';
import type { Whole } from './read-answer.ts';

/** No account has more pages; a server that goes on is not believed. */
const MOST_PAGES = 100_000;

/** Pages of one list. */
export interface Pages {
  /** The question for a page, counted from 1. */
  question(page: number): Question;
  /** What the text around a page's list says of the whole list. */
  sizeOf(around: unknown): ListSize;
}

/** What a page tells of the whole list; null where it does not. */
export interface ListSize {
  readonly pages: number | null;
  readonly elements: number | null;
}

/**
 * Every element of a list that comes in pages. It ends with the last page that the server counts, or with an empty one; the same
 * page twice, pages without end and fewer elements than the server counts are failures, because invoices would be missing.
 */
export async function* paged(link: Link, pages: Pages): AsyncGenerator<ExchangePart> {
  let [total, before] = [0, ''];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const question = pages.question(page);
    let last: (ExchangePart & { kind: 'whole' }) | null = null;
    for await (const part of exchange(link, question)) {
      if (part.kind !== 'whole') yield part;
      else last = part;
    }
    if (last === null) return;
    const { whole, at } = last;
    total += whole.elements;
    const size = pages.sizeOf(whole.around);
    const place = placeOf(link, question.path);
    const ends = endOf({ page, total, before, whole, size }, place);
    if (ends !== null)
      return yield ends === 'whole' ? last : { kind: 'failure', failure: ends, at, place };
    before = whole.sha256;
  }
}

interface Position {
  readonly page: number;
  readonly total: number;
  readonly before: string;
  readonly whole: Whole;
  readonly size: ListSize;
}

/** Whether a page is the last one, a failure, or neither. */
function endOf({ page, total, before, whole, size }: Position, place: string) {
  if (whole.elements > 0 && whole.sha256 === before)
    return incomplete(place, 'The same page came twice', `page ${page} as page ${page - 1}`);
  const isLast = whole.elements === 0 || (size.pages !== null && page >= size.pages);
  if (!isLast)
    return page < MOST_PAGES ? null : incomplete(place, 'The list does not end', `${page} pages`);
  if (size.elements !== null && total < size.elements)
    return incomplete(place, 'The list is shorter than announced', `${total} of ${size.elements}`);
  return 'whole';
}

function incomplete(place: string, message: string, found: string): FetchFailure {
  return fetchFailure(place, message, {
    fault: 'incomplete',
    status: 200,
    retryable: true,
    expected: 'every page once',
    found,
    hint: 'Go on later; with fetch.list set to all, invoices come in one answer.',
  });
}
