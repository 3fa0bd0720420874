import type { FlexBox, GridBox } from '../../box/box.ts';
import type { Alignment, Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext, Settled } from '../document.ts';
import { resolve, usedEdges, type UsedEdges } from '../used-edges.ts';
import { clampHeight, specifiedHeight } from '../used-size.ts';
import {
  AlignContent,
  AlignItems,
  Direction,
  JustifyContent,
  type StylePropertyValues,
} from './taffy.ts';

/** A flex or grid container whose width is settled. */
export interface ContainerFrame {
  readonly edges: UsedEdges;
  /** Its border box is this wide. */
  readonly width: number;
  /** Its content box, the containing block of its items. */
  readonly space: Space;
  /** Limits of the content box's height. */
  readonly minHeight: number;
  readonly maxHeight: number;
}

const CONTENTS: Partial<Record<Alignment, AlignContent>> = {
  stretch: AlignContent.Stretch,
  start: AlignContent.Start,
  end: AlignContent.End,
  'flex-start': AlignContent.FlexStart,
  'flex-end': AlignContent.FlexEnd,
  center: AlignContent.Center,
  'space-between': AlignContent.SpaceBetween,
  'space-around': AlignContent.SpaceAround,
  'space-evenly': AlignContent.SpaceEvenly,
};

const JUSTIFY: Partial<Record<Alignment, JustifyContent>> = {
  stretch: JustifyContent.Stretch,
  start: JustifyContent.Start,
  end: JustifyContent.End,
  'flex-start': JustifyContent.FlexStart,
  'flex-end': JustifyContent.FlexEnd,
  center: JustifyContent.Center,
  'space-between': JustifyContent.SpaceBetween,
  'space-around': JustifyContent.SpaceAround,
  'space-evenly': JustifyContent.SpaceEvenly,
};

const ITEMS: Partial<Record<Alignment, AlignItems>> = {
  stretch: AlignItems.Stretch,
  start: AlignItems.Start,
  end: AlignItems.End,
  'flex-start': AlignItems.FlexStart,
  'flex-end': AlignItems.FlexEnd,
  center: AlignItems.Center,
  baseline: AlignItems.FlexStart,
};

/** Settle edges and content box of a container. */
export function frameContainer(
  box: FlexBox | GridBox,
  space: Space,
  settled: Settled,
  document: DocumentContext,
): ContainerFrame {
  const { style } = box;
  const edges = usedEdges(style, space.width, document.caches);
  const around = edges.top + edges.bottom;
  const definite = settled.height ?? specifiedHeight(style, edges, space.height);
  return {
    edges,
    width: settled.width,
    space: {
      width: Math.max(0, settled.width - edges.left - edges.right),
      height: definite === null ? null : Math.max(0, definite - around),
    },
    minHeight: clampHeight(0, style, edges, space.height) - around,
    maxHeight: clampHeight(Infinity, style, edges, space.height) - around,
  };
}

function sizing({ space, minHeight, maxHeight }: ContainerFrame): StylePropertyValues {
  const height = space.height === null ? {} : { height: space.height };
  const limits = space.height === null && maxHeight < Infinity ? { maxHeight } : {};
  return {
    width: space.width,
    minHeight: space.height === null ? minHeight : 0,
    ...height,
    ...limits,
  };
}

/** What flex and grid containers have in common: size, gaps and alignment. */
export function containerStyle(style: Style, frame: ContainerFrame): StylePropertyValues {
  const { space } = frame;
  const [content, justify] = [CONTENTS[style.alignContent], JUSTIFY[style.justifyContent]];
  const [items, justifyItems] = [ITEMS[style.alignItems], ITEMS[style.justifyItems]];
  return {
    ...sizing(frame),
    direction: style.direction === 'rtl' ? Direction.Rtl : Direction.Ltr,
    columnGap: resolve(style.columnGap, space.width),
    rowGap: resolve(style.rowGap, space.height ?? 0),
    ...(content === undefined ? {} : { alignContent: content }),
    ...(justify === undefined ? {} : { justifyContent: justify }),
    ...(items === undefined ? {} : { alignItems: items }),
    ...(justifyItems === undefined ? {} : { justifyItems }),
  };
}
