import { clusterEnd, isGlyphless } from './cluster.ts';
import type { Face } from './face.ts';
import type { FaceStack, FaceStretch } from './font-book.ts';
import type { Candidate } from './font-family.ts';
import { scriptOf } from './script.ts';

/** A stack that knows its families without having opened them. */
export interface LazyStack extends FaceStack {
  readonly candidates: readonly Candidate[];
  /** Whether the primary face has all of printable ASCII: nearly all texts can be told by one pattern then. */
  readonly coversAscii: boolean;
  /** Faces found for characters that the primary face lacks; bounded. */
  readonly found: Map<string, Face | null>;
}

const PRINTABLE_ASCII = /^[ -~]*$/;
const MAX_FOUND = 10_000;
const FIRST_MARK = 0x300;
const SPACE = 0x20;

/** Spaces of all widths, which the shaper makes out of the plain one where a face has no glyph for them. */
const SPACES = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;

/** Code points that the shaper replaces by another one where a face has no glyph for them. */
const NON_BREAKING_HYPHEN = 0x2011;
const HYPHEN = 0x2010;

/**
 * Cut text where the face changes: each character by the first face that has it (CSS Fonts 4, section 5.3), with its marks.
 * A character of no script that the primary face lacks stays with the face before it if that one has it.
 */
export function itemize(text: string, stack: LazyStack): readonly FaceStretch[] {
  if (isAllPrimary(text, stack)) return [{ text, face: stack.primary }];
  const stretches: FaceStretch[] = [];
  let start = 0;
  let current: Face | null | undefined;
  for (let at = 0; at < text.length;) {
    const end = clusterEnd(text, at);
    const face = findFace(text.slice(at, end), stack, current);
    if (current !== undefined && face !== undefined && face !== current) {
      stretches.push({ text: text.slice(start, at), face: current });
      start = at;
    }
    current = face === undefined ? current : face;
    at = end;
  }
  stretches.push({
    text: text.slice(start),
    face: current === undefined ? stack.primary : current,
  });
  return stretches;
}

/** Whether the face has every printable character of ASCII. */
export function coversAscii(face: Face): boolean {
  for (let code = 0x20; code < 0x7f; code++) {
    if (!face.covers(code)) return false;
  }
  return true;
}

/** Whether all of the text is characters below the first combining mark that the primary face has. */
function isAllPrimary(text: string, { primary, coversAscii }: LazyStack): boolean {
  if (coversAscii && PRINTABLE_ASCII.test(text)) return true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= FIRST_MARK || !(primary.covers(unit) || isGlyphless(unit))) return false;
  }
  return true;
}

/** The face for a character with its marks; null where there is none, undefined where it needs none. */
function findFace(
  cluster: string,
  stack: LazyStack,
  current: Face | null | undefined,
): Face | null | undefined {
  if (isAllGlyphless(cluster)) return undefined;
  if (coversAll(stack.primary, cluster)) return stack.primary;
  const face = findFirst(cluster, stack);
  if (face === current || face === stack.primary || !current || current === stack.primary) {
    return face;
  }
  return scriptOf(cluster) === 'Zyyy' && coversCluster(current, cluster) ? current : face;
}

/** The first face that has the character with its marks, remembered. */
function findFirst(cluster: string, { candidates, found, primary }: LazyStack): Face | null {
  const known = found.get(cluster);
  if (known !== undefined) return known;
  const face = coversCluster(primary, cluster) ? primary : searchCandidates(cluster, candidates);
  if (found.size >= MAX_FOUND) found.clear();
  found.set(cluster, face);
  return face;
}

function searchCandidates(cluster: string, candidates: readonly Candidate[]): Face | null {
  const script = scriptOf(cluster);
  for (const candidate of candidates) {
    const { scripts } = candidate;
    if (scripts !== null && script !== 'Zyyy' && !scripts.has(script)) continue;
    const face = candidate.face();
    if (face !== null && coversCluster(face, cluster)) return face;
  }
  return null;
}

function isAllGlyphless(cluster: string): boolean {
  for (const character of cluster) {
    if (!isGlyphless(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/** Whether the face can draw the character with its marks as written, or as one composed character, or taken apart. */
function coversCluster(face: Face, cluster: string): boolean {
  if (coversAll(face, cluster)) return true;
  return coversAll(face, cluster.normalize('NFC')) || coversAll(face, cluster.normalize('NFD'));
}

function coversAll(face: Face, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (!coversCharacter(face, codePoint)) return false;
    if (codePoint > 0xffff) index++;
  }
  return true;
}

function coversCharacter(face: Face, codePoint: number): boolean {
  if (face.covers(codePoint) || isGlyphless(codePoint)) return true;
  if (codePoint === NON_BREAKING_HYPHEN) return face.covers(HYPHEN);
  return SPACES.test(String.fromCodePoint(codePoint)) && face.covers(SPACE);
}
