/** What names mean while a template is printed. */
export interface PrintContext {
  /** What `{{name}}` looks into. */
  readonly value: unknown;
  /** Where `../` leads; null outside of all blocks. */
  readonly outer: PrintContext | null;
  /** The whole view. */
  readonly root: unknown;
  readonly loop: Loop | null;
}

/** What `@` gives within `each`. */
export interface Loop {
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly outer: Loop | null;
}
