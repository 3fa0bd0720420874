import { anonymousStyle } from '../style/inherit-style.ts';
import type { Style } from '../style/style.ts';
import type { Marker } from './box.ts';
import { derived, type Build, type Frame } from './build.ts';
import { markerText, takeNumber, type ListCounter } from './list-marker.ts';
import type { Role, Tag } from './tag.ts';

/** The frame of a list item: its content hangs in `LBody`, beside the marker's `Lbl`. */
export function itemFrame(frame: Frame, list: ListCounter, build: Build): Frame {
  const text = markerText(frame.style.listStyleType, takeNumber(list, frame.element));
  const isItem = frame.tag.role === 'LI';
  const label = isItem && text !== null ? childTag(frame.tag, 'Lbl', build) : frame.tag;
  const tag = isItem ? childTag(frame.tag, 'LBody', build) : frame.tag;
  const marker: Marker | null =
    text === null ? null : { text, style: markerStyle(frame.style, build), tag: label };
  return { ...frame, tag, marker };
}

function childTag(parent: Tag, role: Role, build: Build): Tag {
  return { role, parent, order: build.nextOrder(), properties: null };
}

/** As browsers' own style sheets have `::marker` (CSS Lists 3, section 3.1.1). */
function markerStyle(style: Style, build: Build): Style {
  return derived(build, style, 'marker', () =>
    anonymousStyle(style, {
      textDecorationLine: [],
      textTransform: 'none',
      whiteSpace: 'pre',
      fontVariantNumeric: ['tnum'],
      unicodeBidi: 'isolate',
    }),
  );
}
