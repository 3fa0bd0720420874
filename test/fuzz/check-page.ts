import { drawPages } from '../../src/draw/draw-pages.ts';
import type { Failure, Outcome } from '../../src/failure.ts';
import type { Matrix, Rect } from '../../src/geometry.ts';
import type { Page, PagedDocument, PlacedGroup, PlacedItem } from '../../src/paginate/page.ts';
import { layOutMarkup } from '../../src/pipeline.ts';
import type { World } from '../../src/world.ts';

/** More pages than any input of this size can need. */
const MOST_PAGES = 20_000;

/** What is wrong with the way a page was printed; empty where nothing is. Whatever the page says, the laws hold. */
export function checkPage(html: string, world: World, twice: boolean): readonly string[] {
  const document = layOut(html, world);
  if (!document.ok) return brokenReports(document);
  const drawn = drawPages(document.value);
  if (!drawn.ok) return [`pages that were laid out cannot be drawn: ${say(drawn.failures)}`];
  return [
    ...brokenReports(document),
    ...brokenPages(document.value),
    ...brokenFile(drawn.value.bytes),
    ...(twice ? broken(again(html, world, drawn.value.bytes), 'the second file differs') : []),
  ];
}

const layOut = (html: string, world: World): Outcome<PagedDocument> =>
  layOutMarkup({ kind: 'markup', html, file: 'fuzz.html' }, world);

function again(html: string, world: World, bytes: Uint8Array): boolean {
  const document = layOut(html, world);
  const drawn = document.ok ? drawPages(document.value) : document;
  return !drawn.ok || Buffer.compare(drawn.value.bytes, bytes) !== 0;
}

const broken = (isBroken: boolean, message: string): readonly string[] =>
  isBroken ? [message] : [];

const say = (failures: readonly Failure[]): string =>
  failures.map(({ message }) => message).join('; ');

/** A refusal says why; every report says where. */
function brokenReports(outcome: Outcome<unknown>): readonly string[] {
  const failures = outcome.ok ? [] : outcome.failures;
  const silent = [...failures, ...outcome.warnings].some(
    ({ message, place }) => message.trim() === '' || typeof place !== 'string',
  );
  return [
    ...broken(!outcome.ok && failures.length === 0, 'refused without a reason'),
    ...broken(silent, 'a report without message or place'),
  ];
}

function brokenFile(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [
    ...broken(text.toString('latin1', 0, 5) !== '%PDF-', 'the file does not begin with %PDF-'),
    ...broken(!text.toString('latin1', text.length - 32).includes('%%EOF'), 'the file has no end'),
  ];
}

function brokenPages({ pages }: PagedDocument): readonly string[] {
  const infinite = pages.flatMap((page, index) => infiniteItems(page, index + 1)).slice(0, 3);
  return [
    ...broken(pages.length === 0, 'no page'),
    ...broken(pages.length > MOST_PAGES, `${pages.length} pages`),
    ...infinite,
  ];
}

function infiniteItems({ items, size }: Page, number: number): readonly string[] {
  const sheet = broken(!finite([size.width, size.height]), `page ${number} is infinite`);
  const bad = items.filter((item) => !finite(numbersOf(item)));
  return [
    ...sheet,
    ...bad.map((item) => `page ${number}: ${item.mark.kind} at ${numbersOf(item).join(' ')}`),
  ];
}

const finite = (numbers: readonly number[]): boolean => numbers.every(Number.isFinite);

function numbersOf({ x, y, mark, group }: PlacedItem): readonly number[] {
  const own = [x, y, mark.width, mark.height];
  if (mark.kind === 'text') own.push(mark.size, mark.baseline, ...mark.runs.map((run) => run.x));
  if (mark.kind === 'picture') own.push(...rectNumbers(mark.source));
  return [...own, ...groupNumbers(group)];
}

function groupNumbers(group: PlacedGroup | null): readonly number[] {
  if (group === null) return [];
  const matrix: Matrix | readonly number[] = group.transform ?? [];
  const clip = group.clip === null ? [] : rectNumbers(group.clip);
  return [group.opacity, ...matrix, ...clip, ...groupNumbers(group.parent)];
}

const rectNumbers = ({ x, y, width, height }: Rect): readonly number[] => [x, y, width, height];
