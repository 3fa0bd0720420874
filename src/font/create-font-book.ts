import { success, type Outcome } from '../failure.ts';
import type { Catalogue, CatalogueFamily } from './catalogue.ts';
import type { FaceStack, FontBook, FontFaceRule } from './font-book.ts';
import {
  createCandidate,
  familyKey,
  once,
  type Candidate,
  type FontFamily,
} from './font-family.ts';
import { coversAscii, itemize, type LazyStack } from './itemize.ts';
import { createOutlineShelf, type OutlineShelf } from './heavy-file.ts';
import { lastResortFace } from './last-resort.ts';
import { rankFaces, type Matchable } from './match-face.ts';
import { openFace } from './open-face.ts';
import { createRuleOpener, openRules, type RuleOpener } from './open-rules.ts';
import { findRemedy } from './remedy.ts';

/** Reads a file of a font package (`<package>/<path in it>`); null where the package or the file is not there. */
export type ReadFontFile = (file: string) => Uint8Array | null;

/** What a book is made of. */
interface Parts {
  readonly catalogue: Catalogue;
  /** By `familyKey`. */
  readonly families: ReadonlyMap<string, FontFamily>;
  readonly openRule: RuleOpener;
}

const SPACE = 0x20;
const MAX_STACKS = 2_000;

/** A book over the catalogue's families. Files are read when a face is first needed; the outlines of heavy ones again, when those are. */
export function createFontBook(catalogue: Catalogue, read: ReadFontFile): FontBook {
  const shelf = createOutlineShelf();
  const families = catalogue.families.map((entry) => readFamily(entry, read, shelf));
  const byKey = new Map(families.map((family) => [familyKey(family.name), family]));
  return createBook({ catalogue, families: byKey, openRule: createRuleOpener() });
}

function readFamily(entry: CatalogueFamily, read: ReadFontFile, shelf: OutlineShelf): FontFamily {
  const faces = entry.faces.map(({ weight, slant, file }) => ({
    weight,
    slant,
    open: once(() => {
      const path = `${entry.package}/${file}`;
      const bytes = read(path);
      if (bytes === null) return null;
      const find = (): Uint8Array => shelf.take(path, () => read(path));
      const face = openFace(bytes, { family: entry.family, weight, slant }, { find });
      return face.ok ? face.value : null;
    }),
  }));
  return {
    name: entry.family,
    scripts: new Set(entry.scripts),
    // Whether a family is there is asked of its first face: of the one that is most likely to be needed anyway.
    faces: rankFaces(faces, 400, 'normal'),
  };
}

function createBook(parts: Parts): FontBook {
  const stacks = new Map<string, LazyStack>();
  const memos = new Map<string, unknown>();
  const book: FontBook = {
    stack: (families, weight, slant, language = '') => {
      const key = [weight, slant, language, ...families].join('\0');
      const known = stacks.get(key);
      if (known !== undefined) return known;
      const wanted = { weight, slant, language };
      const stack = createStack(findCandidates(parts, families, wanted));
      if (stacks.size >= MAX_STACKS) stacks.clear();
      stacks.set(key, stack);
      return stack;
    },
    has: (family) => isAvailable(findFamily(parts, family)),
    itemize: (text, stack) => itemize(text, toLazy(stack)),
    memo: <T>(key: string, make: () => T): T => {
      if (!memos.has(key)) memos.set(key, make());
      return memos.get(key) as T;
    },
    remedy: (text) =>
      findRemedy(text, parts.catalogue, (name) => isAvailable(findFamily(parts, name))),
    extend: (rules) => (rules.length === 0 ? success(book) : extend(parts, rules)),
  };
  return book;
}

/** A face wanted for text of a language. */
interface Wanted extends Matchable {
  readonly language: string;
}

/** The families asked for, then those for the language, then the fallback; each once. */
function findCandidates(
  parts: Parts,
  names: readonly string[],
  wanted: Wanted,
): readonly Candidate[] {
  const { catalogue } = parts;
  const asked = findFamilies(parts, names);
  const others = [...languageFamilies(catalogue, wanted.language), ...catalogue.fallback];
  const fallback = findFamilies(parts, others).filter((family) => !asked.includes(family));
  return [
    ...asked.map((family) => createCandidate(family, wanted, null)),
    ...fallback.map((family) => createCandidate(family, wanted, family.scripts)),
  ];
}

function findFamilies(parts: Parts, names: readonly string[]): readonly FontFamily[] {
  return [...new Set(names.flatMap((name) => findFamily(parts, name) ?? []))];
}

function findFamily({ catalogue, families }: Parts, name: string): FontFamily | undefined {
  const key = familyKey(name);
  const generic = Object.hasOwn(catalogue.generic, key) ? catalogue.generic[key] : undefined;
  return families.get(key) ?? families.get(familyKey(generic ?? ''));
}

/** Families for the longest prefix of the language that the catalogue names. */
function languageFamilies(catalogue: Catalogue, language: string): readonly string[] {
  const parts = language.toLowerCase().split('-').slice(0, 4);
  for (let length = parts.length; length > 0; length--) {
    const prefix = parts.slice(0, length).join('-');
    if (Object.hasOwn(catalogue.languages, prefix)) return catalogue.languages[prefix] ?? [];
  }
  return [];
}

function isAvailable(family: FontFamily | undefined): boolean {
  return family !== undefined && family.faces.some((face) => face.open() !== null);
}

/** The primary face is the first one with a space (CSS Fonts 4, section 5.1, "first available font"). */
function createStack(candidates: readonly Candidate[]): LazyStack {
  const opened = once(() => {
    const faces = candidates.flatMap((candidate) => candidate.face() ?? []);
    return faces.length > 0 ? faces : [lastResortFace];
  });
  let primary = lastResortFace;
  for (const candidate of candidates) {
    const face = candidate.face();
    if (primary === lastResortFace && face !== null) primary = face;
    if (face === null || !face.covers(SPACE)) continue;
    primary = face;
    break;
  }
  return {
    candidates,
    found: new Map(),
    coversAscii: coversAscii(primary),
    primary,
    get faces() {
      return opened();
    },
  };
}

/** A stack of this or another book; one that someone put together by hand is tried in its order. */
function toLazy(stack: FaceStack): LazyStack {
  if ('candidates' in stack && 'found' in stack) return stack as LazyStack;
  const candidates = stack.faces.map((face) => ({ scripts: null, face: () => face }));
  return { ...stack, candidates, found: new Map(), coversAscii: false };
}

function extend(parts: Parts, rules: readonly FontFaceRule[]): Outcome<FontBook> {
  const { families, warnings } = openRules(rules, parts.openRule);
  const added = families.map((family) => [familyKey(family.name), family] as const);
  return success(
    createBook({ ...parts, families: new Map([...parts.families, ...added]) }),
    warnings,
  );
}
