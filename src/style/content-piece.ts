/** A part of `content` (CSS Lists 3, section 4.7; CSS Generated Content 3, section 3). */
export type ContentPiece =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'attribute'; readonly name: string }
  /** `counters()` where there is a string to stand between the numbers. */
  | {
      readonly kind: 'counter';
      readonly name: string;
      readonly style: string;
      readonly between: string | null;
    }
  | { readonly kind: 'quote'; readonly opens: boolean; readonly shows: boolean };

/** A counter with what it is set to or counted up by. */
export interface CounterChange {
  readonly name: string;
  readonly value: number;
}
