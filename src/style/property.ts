import type { Grammar } from './grammar.ts';
import type { Style } from './style.ts';

/** Names of the longhand properties in camel case: every field of a style that CSS can set. */
export type PropertyKey = Exclude<keyof Style, 'language'>;

/** What the registry says of one longhand property. */
export interface Property<T> {
  /** The initial value as CSS text. */
  readonly initial: string;
  readonly inherited: boolean;
  readonly grammar: Grammar<T>;
  /** Which boxes it counts for; one sentence for the documentation. */
  readonly applies: string;
}

/** A group of registry entries, each typed as the field of `Style` that it computes. */
export type PropertyGroup<K extends PropertyKey> = { readonly [Key in K]: Property<Style[Key]> };

/** A property that children take over from their parent. */
export function inherited<T>(initial: string, grammar: Grammar<T>, applies: string): Property<T> {
  return { initial, inherited: true, grammar, applies };
}

/** A property that starts at its initial value in every element. */
export function reset<T>(initial: string, grammar: Grammar<T>, applies: string): Property<T> {
  return { initial, inherited: false, grammar, applies };
}

/** `marginTop` to `margin-top`. */
export function cssName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
