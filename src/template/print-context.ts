/** What names mean while a template is printed. */
export interface PrintContext {
  /** What `{{name}}` looks into. */
  readonly value: unknown;
  /** The arguments of the partial that this is the context of, which stand beside the fields of the value; null elsewhere. */
  readonly named: Named | null;
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

/** `name=value` pairs of a call. */
export type Named = Readonly<Record<string, unknown>>;

/** A context as a value of its own. */
export function valueOf(context: PrintContext | null): unknown {
  if (context === null) return undefined;
  const { value, named } = context;
  return named === null ? value : { ...(value as object), ...named };
}
