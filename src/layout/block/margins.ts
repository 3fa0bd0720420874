/** Adjoining margins before they collapse: the largest positive and the most negative of them (CSS 2.1, section 8.3.1). */
export interface Margins {
  readonly positive: number;
  readonly negative: number;
}

/** No margin. */
export const NO_MARGINS: Margins = { positive: 0, negative: 0 };

/** One margin by itself. */
export function marginOf(value: number): Margins {
  if (value === 0) return NO_MARGINS;
  return value > 0 ? { positive: value, negative: 0 } : { positive: 0, negative: value };
}

/** Margins that adjoin. */
export function join(one: Margins, other: Margins): Margins {
  if (one === NO_MARGINS) return other;
  if (other === NO_MARGINS) return one;
  return {
    positive: Math.max(one.positive, other.positive),
    negative: Math.min(one.negative, other.negative),
  };
}

/** The one margin that adjoining margins become. */
export function collapse(margins: Margins): number {
  return margins.positive + margins.negative;
}
