import { createHash } from 'node:crypto';
import type { Failure, Outcome } from '../failure.ts';
import type { Face } from './face.ts';
import type { FontFaceRule } from './font-book.ts';
import { familyKey, type FontFamily } from './font-family.ts';
import { openFace } from './open-face.ts';

/** Opens the face of a rule; the same bytes under the same name are opened once. */
export type RuleOpener = (rule: FontFaceRule) => Outcome<Face>;

/** Families made of a page's own faces, and what was wrong with those that were passed over. */
export interface PageFamilies {
  readonly families: readonly FontFamily[];
  readonly warnings: readonly Failure[];
}

/** An opener that remembers faces for as long as their bytes are held by someone. */
export function createRuleOpener(): RuleOpener {
  const opened = new WeakMap<Uint8Array, Map<string, Outcome<Face>>>();
  return (rule) => {
    const { bytes, family, weight, slant } = rule;
    const byName = opened.get(bytes) ?? new Map<string, Outcome<Face>>();
    opened.set(bytes, byName);
    const name = `${String(weight)} ${slant} ${family}`;
    const face = byName.get(name) ?? openRule(rule);
    byName.set(name, face);
    return face;
  };
}

/** The key is a digest of the file: a brand's Inter and the catalogue's have the same PostScript name. */
function openRule({ bytes, family, weight, slant }: FontFaceRule): Outcome<Face> {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return openFace(bytes, { family, weight, slant }, { key: `page-${digest}` });
}

/** Open the faces of all rules and gather them by family, in the order of the page. */
export function openRules(rules: readonly FontFaceRule[], open: RuleOpener): PageFamilies {
  const warnings: Failure[] = [];
  const families = new Map<string, { name: string; faces: Face[] }>();
  for (const rule of rules) {
    const face = open(rule);
    warnings.push(...(face.ok ? [] : face.failures), ...face.warnings);
    if (!face.ok) continue;
    const key = familyKey(rule.family);
    const family = families.get(key) ?? { name: rule.family, faces: [] };
    family.faces.push(face.value);
    families.set(key, family);
  }
  return { families: [...families.values()].map(toFamily), warnings };
}

/** Of two rules for the same weight and slant the later one counts, so it stands first. */
function toFamily({ name, faces }: { name: string; faces: readonly Face[] }): FontFamily {
  const lazy = faces.map((face) => ({
    weight: face.weight,
    slant: face.slant,
    open: () => face,
  }));
  return { name, scripts: null, faces: lazy.reverse() };
}
