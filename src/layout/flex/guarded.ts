import type { FlexBox, GridBox } from '../../box/box.ts';
import { layoutBlock } from '../block/layout-block.ts';
import type { Space } from '../context.ts';
import type { DocumentContext, Settled } from '../document.ts';
import { failure } from '../../failure.ts';
import { place } from '../../markup/element.ts';
import type { Item } from '../item.ts';
import { MAX_NESTING, mayNest, nested } from './nesting.ts';

/** One way to lay a container out, and where. */
interface Attempt<B extends FlexBox | GridBox> {
  readonly space: Space;
  readonly size: Settled;
  readonly layout: (box: B, space: Space, size: Settled, document: DocumentContext) => Item;
}

/** The items one beneath another, as in a block. */
function asBlock(
  box: FlexBox | GridBox,
  { space, size }: Attempt<never>,
  document: DocumentContext,
): Item {
  const { style, tag, source, children } = box;
  const block = { kind: 'block' as const, style, tag, source, children, marker: null };
  return layoutBlock(block, { space, size, outside: null }, document).item;
}

function warn(box: FlexBox | GridBox, message: string, document: DocumentContext): void {
  const hint = 'its items stand one beneath another';
  document.warn(failure('layout', place(document.lines.at(box.source)), message, { hint }));
}

/** Whether WebAssembly gave up; everything else is an error of ours. */
function isTrap(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}

/** Lay out a flex or grid container, or, where it is nested too deep or Taffy gives up, its items one beneath another. */
export function guarded<B extends FlexBox | GridBox>(
  box: B,
  attempt: Attempt<B>,
  document: DocumentContext,
): Item {
  if (!mayNest(document)) {
    const most = String(MAX_NESTING);
    warn(box, `more than ${most} flex and grid containers stand within each other`, document);
    return asBlock(box, attempt, document);
  }
  try {
    return nested(document, () => attempt.layout(box, attempt.space, attempt.size, document));
  } catch (error) {
    if (!isTrap(error)) throw error;
    warn(box, `this ${box.kind} container cannot be laid out`, document);
    return asBlock(box, attempt, document);
  }
}
