import type { Face } from './face.ts';
import { rankFaces, type Matchable } from './match-face.ts';

/** A face that is opened when it is first needed; null where its file is missing or cannot be used. */
export interface LazyFace extends Matchable {
  open(): Face | null;
}

/** A family that a book knows. */
export interface FontFamily {
  readonly name: string;
  /** Scripts that the family is meant for; null where that is not known. */
  readonly scripts: ReadonlySet<string> | null;
  readonly faces: readonly LazyFace[];
}

/** A family at its place in a stack. */
export interface Candidate {
  /** Scripts for which the family is worth opening; null: all. */
  readonly scripts: ReadonlySet<string> | null;
  face(): Face | null;
}

/** Remember what a function gives. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The face of the family that comes nearest to what is wanted, among those that can be opened. */
export function createCandidate(
  family: FontFamily,
  wanted: Matchable,
  scripts: ReadonlySet<string> | null,
): Candidate {
  const ranked = rankFaces(family.faces, wanted.weight, wanted.slant);
  const face = once(() => {
    for (const lazy of ranked) {
      const opened = lazy.open();
      if (opened !== null) return opened;
    }
    return null;
  });
  return { scripts, face };
}

/** Family names are compared without regard to case (CSS Fonts 4, section 2.1). */
export function familyKey(name: string): string {
  return name.trim().toLowerCase();
}
