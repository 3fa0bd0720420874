import type { BlockBox, Box, Inline, InlineFlowBox, Marker } from '../../box/box.ts';
import type { DocumentContext } from '../document.ts';
import { textStyle } from '../inline/text-memory.ts';
import type { ItemMark } from '../item.ts';
import type { UsedEdges } from '../used-edges.ts';
import type { Stack } from './stack-blocks.ts';

/** A list marker set beside its item. */
export interface PlacedMarker {
  /** From the list item's top left corner. */
  readonly marks: readonly ItemMark[];
  /** The least height of the content: the marker's own where there is no line beside it. */
  readonly height: number;
  /** From the top of the content box, where there is no line beside it. */
  readonly baseline: number | null;
}

const NO_MARKER: PlacedMarker = { marks: [], height: 0, baseline: null };

function asInline({ text, style, tag }: Marker, box: BlockBox): InlineFlowBox {
  const { source } = box;
  const single = {
    ...style,
    whiteSpace: 'pre' as const,
    textIndent: { px: 0, percent: 0 },
    textAlign: 'start' as const,
  };
  return {
    kind: 'inline-flow',
    style: single,
    tag,
    source,
    content: [{ kind: 'text', text, style: single, tag, source }],
  };
}

const SYMBOL = /^[•◦▪] $/;

/** What browsers leave for a disc, circle or square and the gap after it: two thirds of the ascent decide, and one em. */
function symbolWidth({ style }: Marker, document: DocumentContext): number {
  const { ascent, size } = textStyle(style, document).font;
  return Math.floor((Math.floor((ascent * 2) / 3) + 1) / 2) + 1 + size;
}

/** A symbol takes the room that browsers leave for it; other markers are as wide as their words. */
function insideMarker(marker: Marker, box: BlockBox, document: DocumentContext): Inline {
  const { text, style, tag } = marker;
  const { source } = box;
  const words = { kind: 'text' as const, text, style, tag, source };
  if (!SYMBOL.test(text)) return words;
  const { max } = document.intrinsicWidths(asInline(marker, box));
  const margin = { px: symbolWidth(marker, document) - max, percent: 0 };
  const side = style.direction === 'ltr' ? { marginRight: margin } : { marginLeft: margin };
  return { kind: 'span', style: { ...style, ...side }, tag, source, children: [words] };
}

/** Children with an inside marker set as the first words of the first line (CSS 2.1, section 12.5.1). */
export function withInsideMarker(box: BlockBox, document: DocumentContext): readonly Box[] {
  const { marker, children } = box;
  if (marker === null || marker.style.listStylePosition === 'outside') return children;
  const words = insideMarker(marker, box, document);
  const [first, ...rest] = children;
  if (first?.kind === 'inline-flow')
    return [{ ...first, content: [words, ...first.content] }, ...rest];
  return [{ ...asInline(marker, box), content: [words] }, ...children];
}

/** Set an outside marker at the start of the first line's baseline. */
export function placeMarker(
  box: BlockBox,
  at: { readonly stack: Stack; readonly edges: UsedEdges; readonly width: number },
  document: DocumentContext,
): PlacedMarker {
  if (box.marker === null || box.marker.style.listStylePosition === 'inside') return NO_MARKER;
  const words = asInline(box.marker, box);
  const { max } = document.intrinsicWidths(words);
  const column = document.layoutBox(words, { width: max, height: null });
  const line = column.kind === 'column' ? column.children[0]?.item : undefined;
  if (line?.kind !== 'leaf') return NO_MARKER;
  const { stack, edges } = at;
  const ascent = line.baseline ?? 0;
  const y = edges.top + (stack.baseline === null ? 0 : stack.baseline - ascent);
  const x = box.style.direction === 'ltr' ? edges.left - max : at.width - edges.right;
  const marks = line.marks.map((each) => ({ ...each, x: each.x + x, y: each.y + y }));
  if (stack.baseline !== null) return { marks, height: 0, baseline: null };
  return { marks, height: line.height, baseline: ascent };
}
