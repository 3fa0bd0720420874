import type { CssNode } from 'css-tree';
import type Handlebars from 'handlebars';
import type { FontBook } from './font/font-book.ts';
import type { LocaleFacts } from './locale-facts.ts';

/** A file of a template, brand or page folder, with the name that messages use for it. */
export interface Resource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A template file as Handlebars parses it. */
export type SyntaxTree = ReturnType<typeof Handlebars.parse>;

/** A style sheet as css-tree parses it; of places it has those that messages name. */
export type StyleTree = CssNode;

/**
 * What the outside supplies to the pure stages: files of the declared folders, and fonts.
 * Nothing else of the machine reaches them. Caches that documents share hang on the objects in here.
 */
export interface World {
  readonly fonts: FontBook;
  /**
   * A file named by a template or page (`style.css`, `logo.svg`, `sections/fees.hbs`), looked up in the declared
   * folders only; null where there is none or where the name leads out of them.
   */
  resource(name: string): Resource | null;
  /** Every file of this name, one for each declared folder that has it, in the order of search. */
  everyResource(name: string): readonly Resource[];
  /** The syntax tree that the build made of a template file with these bytes; null where it made none. */
  syntaxTree(bytes: Uint8Array): SyntaxTree | null;
  /** The syntax tree that the build made of a style sheet with this text, in which nothing is wrong; null where it made none. */
  styleTree(css: string): StyleTree | null;
  /** What the build learnt of a locale (BCP 47, canonical); null where Intl is to be asked. */
  localeFacts(locale: string): LocaleFacts | null;
  /** Whether there is such a file, and it is larger than any that is read: then it is not found either. */
  isTooLarge(name: string): boolean;
  /**
   * The value kept under this key, made the first time: compiled templates, parsed style sheets. Keys begin with the
   * stage's name; the same key always means the same value. Bounded: what is long out of use is forgotten.
   */
  memo<T>(key: string, make: () => T): T;
}
