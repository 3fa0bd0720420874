import type { Style } from '../../style/style.ts';

/** Characters that open and close an embedding, an override or an isolate. */
export interface BidiControls {
  readonly open: string;
  readonly close: string;
}

const PDF = '\u202C';
const PDI = '\u2069';

/** The controls that stand for `direction` and `unicode-bidi` of a span (CSS Writing Modes 3, section 2.4.2). */
const CONTROLS: Readonly<
  Record<Style['unicodeBidi'], Readonly<Record<Style['direction'], BidiControls>> | null>
> = {
  normal: null,
  embed: pairs(['\u202A', '\u202B'], PDF),
  isolate: pairs(['\u2066', '\u2067'], PDI),
  'bidi-override': pairs(['\u202D', '\u202E'], PDF),
  'isolate-override': pairs(['\u2068\u202D', '\u2068\u202E'], PDF + PDI),
  plaintext: pairs(['\u2068', '\u2068'], PDI),
};

function pairs(
  open: readonly [string, string],
  close: string,
): Readonly<Record<Style['direction'], BidiControls>> {
  return { ltr: { open: open[0], close }, rtl: { open: open[1], close } };
}

/** Controls for a span of this style; null where it is transparent to the bidi algorithm. */
export function bidiControls(style: Style): BidiControls | null {
  return CONTROLS[style.unicodeBidi]?.[style.direction] ?? null;
}

/** Controls for the text of a flow; null where the bidi algorithm orders it (CSS Writing Modes 3, section 2.2). */
export function paragraphControls({ unicodeBidi, direction }: Style): BidiControls | null {
  const forced = unicodeBidi === 'bidi-override' || unicodeBidi === 'isolate-override';
  return forced ? (CONTROLS['bidi-override']?.[direction] ?? null) : null;
}
