/** A complex selector, read from its last compound to the left (Selectors 4, section 3). */
export interface Selector {
  /** The compound that the element itself has to match. */
  readonly compound: Compound;
  readonly left: Left | null;
  /** ids, classes and types in one number that compares (Selectors 4, section 17). */
  readonly specificity: number;
}

/** What stands to the left of a compound. */
export interface Left {
  readonly combinator: 'descendant' | 'child' | 'next' | 'later';
  readonly selector: Selector;
}

/** Conditions on one element. */
export interface Compound {
  /** Lower case; null for any. */
  readonly type: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly tests: readonly Test[];
}

/** A condition that the element's name, id and classes do not answer. */
export type Test =
  | AttributeTest
  | NthTest
  | { readonly kind: 'root' }
  | { readonly kind: 'empty' }
  /** `:lang()`: language ranges, lower case. */
  | { readonly kind: 'language'; readonly ranges: readonly string[] }
  /** `:is()`, `:where()`; with `negated`, `:not()`. */
  | { readonly kind: 'any'; readonly selectors: readonly Selector[]; readonly negated: boolean };

/** `[name operator value]`. */
export interface AttributeTest {
  readonly kind: 'attribute';
  readonly name: string;
  readonly operator: '' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';
  readonly value: string;
  readonly ignoreCase: boolean;
}

/** Position a·n + b among siblings, counted from the start or the end, of all or of the same name. */
export interface NthTest {
  readonly kind: 'nth';
  readonly a: number;
  readonly b: number;
  readonly fromEnd: boolean;
  readonly ofType: boolean;
}
