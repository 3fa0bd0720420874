import type { BoxTree } from './box/box.ts';
import type { PdfBytes } from './draw/pdf-bytes.ts';
import type { Outcome, Stage } from './failure.ts';
import type { Flow } from './layout/item.ts';
import type { PagedDocument } from './paginate/page.ts';

/** What the stages give whose work is counted. */
export interface Made {
  readonly box: BoxTree;
  readonly layout: Flow;
  readonly paginate: PagedDocument;
  readonly draw: PdfBytes;
}

/**
 * Runs a stage and looks on. It answers what the stage answers, and keeps nothing of it: stages know no clock, and the
 * values of a large document do not fit into memory all at once.
 */
export type Observe = <
  S extends Stage,
  G extends readonly unknown[],
  T extends (S extends keyof Made ? Made[S] : unknown),
>(
  stage: S,
  run: (...given: G) => Outcome<T>,
  ...given: G
) => Outcome<T>;

/** Nobody looks on. */
export const unobserved: Observe = (_, run, ...given) => run(...given);
