import type { Color } from '../color.ts';
import type { FontSlant } from '../font/face.ts';
import type { ContentPiece, CounterChange } from './content-piece.ts';

/** A length that may depend on a base: `px + percent / 100 × base`. What calc() of px and % comes to. */
export interface Length {
  readonly px: number;
  readonly percent: number;
  /** For min(), max() and clamp() of lengths with percentages: counts instead of the sum; `percent` is then not 0. */
  readonly extreme?: Extreme;
}

/** The smallest or largest of some lengths, known only with the base. */
export interface Extreme {
  readonly kind: 'min' | 'max';
  readonly lengths: readonly Length[];
}

export type Display =
  | 'none'
  | 'contents'
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'list-item'
  | 'flex'
  | 'inline-flex'
  | 'grid'
  | 'inline-grid'
  | 'table'
  | 'inline-table'
  | 'table-row'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
  | 'table-cell'
  | 'table-column'
  | 'table-column-group'
  | 'table-caption';

export type BorderStyle =
  | 'none'
  | 'hidden'
  | 'solid'
  | 'dashed'
  | 'dotted'
  | 'double'
  | 'groove'
  | 'ridge'
  | 'inset'
  | 'outset';

/** One step of `transform`, in the order written. Angles are degrees. */
export type Transform =
  | { readonly kind: 'translate'; readonly x: Length; readonly y: Length }
  | { readonly kind: 'scale'; readonly x: number; readonly y: number }
  | { readonly kind: 'rotate'; readonly angle: number };

/** Horizontal and vertical radius of a corner. */
export interface Corner {
  readonly x: Length;
  readonly y: Length;
}

/** One size of a grid track (CSS Grid 1, section 7.2). */
export type TrackSize = Length | { readonly fr: number } | 'auto' | 'min-content' | 'max-content';

/** A grid track: one size, `minmax()`, or `fit-content()`. */
export type Track =
  | { readonly kind: 'size'; readonly size: TrackSize }
  | { readonly kind: 'minmax'; readonly min: TrackSize; readonly max: TrackSize }
  | { readonly kind: 'fit-content'; readonly limit: Length };

/** One edge of a grid placement. */
export type GridLine =
  | 'auto'
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'span'; readonly span: number }
  | { readonly kind: 'area'; readonly name: string };

/** Alignment of items and content in flex and grid containers. */
export type Alignment =
  | 'normal'
  | 'auto'
  | 'stretch'
  | 'start'
  | 'end'
  | 'flex-start'
  | 'flex-end'
  | 'center'
  | 'baseline'
  | 'space-between'
  | 'space-around'
  | 'space-evenly';

/**
 * Every property of an element, computed (CSS Cascade 5, section 4.4): relative units, var() and calc() resolved to px
 * and percentages, keywords in lower case. Names are the CSS names in camel case. Elements with equal style share one object.
 */
export interface Style {
  readonly display: Display;
  readonly position: 'static' | 'relative' | 'absolute' | 'fixed';
  readonly top: Length | 'auto';
  readonly right: Length | 'auto';
  readonly bottom: Length | 'auto';
  readonly left: Length | 'auto';
  readonly zIndex: number | 'auto';
  readonly visibility: 'visible' | 'hidden' | 'collapse';
  readonly overflow: 'visible' | 'hidden';
  readonly opacity: number;
  readonly transform: readonly Transform[];
  readonly transformOrigin: Corner;

  readonly boxSizing: 'content-box' | 'border-box';
  readonly width: Length | 'auto' | 'min-content' | 'max-content' | 'fit-content';
  readonly height: Length | 'auto' | 'min-content' | 'max-content' | 'fit-content';
  readonly minWidth: Length | 'auto' | 'min-content' | 'max-content';
  readonly minHeight: Length | 'auto' | 'min-content' | 'max-content';
  readonly maxWidth: Length | 'none' | 'min-content' | 'max-content';
  readonly maxHeight: Length | 'none' | 'min-content' | 'max-content';
  readonly marginTop: Length | 'auto';
  readonly marginRight: Length | 'auto';
  readonly marginBottom: Length | 'auto';
  readonly marginLeft: Length | 'auto';
  readonly paddingTop: Length;
  readonly paddingRight: Length;
  readonly paddingBottom: Length;
  readonly paddingLeft: Length;
  /** px; 0 where the border's style is none or hidden. */
  readonly borderTopWidth: number;
  readonly borderRightWidth: number;
  readonly borderBottomWidth: number;
  readonly borderLeftWidth: number;
  readonly borderTopStyle: BorderStyle;
  readonly borderRightStyle: BorderStyle;
  readonly borderBottomStyle: BorderStyle;
  readonly borderLeftStyle: BorderStyle;
  readonly borderTopColor: Color;
  readonly borderRightColor: Color;
  readonly borderBottomColor: Color;
  readonly borderLeftColor: Color;
  readonly borderTopLeftRadius: Corner;
  readonly borderTopRightRadius: Corner;
  readonly borderBottomRightRadius: Corner;
  readonly borderBottomLeftRadius: Corner;
  readonly backgroundColor: Color;

  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse';
  readonly flexWrap: 'nowrap' | 'wrap' | 'wrap-reverse';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: Length | 'auto' | 'content';
  readonly order: number;
  readonly justifyContent: Alignment;
  readonly justifyItems: Alignment;
  readonly justifySelf: Alignment;
  readonly alignContent: Alignment;
  readonly alignItems: Alignment;
  readonly alignSelf: Alignment;
  readonly rowGap: Length;
  readonly columnGap: Length;
  readonly gridTemplateColumns: readonly Track[];
  readonly gridTemplateRows: readonly Track[];
  /** Rows of cell names; `.` is an empty cell. */
  readonly gridTemplateAreas: readonly (readonly string[])[];
  readonly gridAutoColumns: readonly Track[];
  readonly gridAutoRows: readonly Track[];
  readonly gridAutoFlow: 'row' | 'column' | 'row dense' | 'column dense';
  readonly gridRowStart: GridLine;
  readonly gridRowEnd: GridLine;
  readonly gridColumnStart: GridLine;
  readonly gridColumnEnd: GridLine;

  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: FontSlant;
  /** OpenType features switched on by `font-variant-numeric` (`tnum`, `lnum`, `zero` …), in registry order. */
  readonly fontVariantNumeric: readonly string[];
  readonly fontKerning: 'auto' | 'normal' | 'none';
  /** px, a factor of the font size, or the face's own line spacing. */
  readonly lineHeight: 'normal' | { readonly px: number } | { readonly factor: number };
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: Length;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  /** Own lines and those propagated from the boxes around it (CSS Text Decoration 3, section 2.1); text is drawn by its own style alone. */
  readonly textDecorationLine: readonly ('underline' | 'overline' | 'line-through')[];
  readonly textDecorationStyle: 'solid' | 'double' | 'dotted' | 'dashed';
  readonly textDecorationColor: Color;
  readonly textDecorationThickness: number | 'auto';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'break-word' | 'anywhere';
  readonly wordBreak: 'normal' | 'break-all' | 'keep-all';
  readonly hyphens: 'none' | 'manual';
  readonly verticalAlign:
    | 'baseline'
    | 'sub'
    | 'super'
    | 'top'
    | 'text-top'
    | 'middle'
    | 'bottom'
    | 'text-bottom'
    | Length;
  readonly direction: 'ltr' | 'rtl';
  readonly unicodeBidi:
    'normal' | 'embed' | 'isolate' | 'bidi-override' | 'isolate-override' | 'plaintext';
  /** BCP 47 language of the nearest `lang` attribute; empty where none is given. */
  readonly language: string;

  /** What `::before` and `::after` hold; no box without it. */
  readonly content: 'normal' | 'none' | readonly ContentPiece[];
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];

  readonly tableLayout: 'auto' | 'fixed';
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: { readonly x: number; readonly y: number };
  readonly captionSide: 'top' | 'bottom';
  readonly emptyCells: 'show' | 'hide';
  /** A counter style's word, or a string to set as it is behind one quotation mark: `"– `. */
  readonly listStyleType: string;
  readonly listStylePosition: 'inside' | 'outside';
  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';

  readonly breakBefore: 'auto' | 'avoid' | 'page';
  readonly breakAfter: 'auto' | 'avoid' | 'page';
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
  readonly boxDecorationBreak: 'slice' | 'clone';
}
