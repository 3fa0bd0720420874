import { Direction, Feature } from 'harfbuzzjs';
import type { Shaping } from './face.ts';

/** A `Shaping` put in the shaper's own terms, once. */
export interface ShapingPlan {
  readonly script: string;
  readonly language: string;
  readonly direction: Direction;
  readonly features: readonly Feature[];
}

/** A feature as HarfBuzz writes it: `tnum`, `-kern`, `ss01=2`. */
const FEATURE = /^([+-]?)([A-Za-z0-9]{4})(?:=(\d{1,4}))?$/;

/** A language tag that is plain enough to hand on; the shaper keeps each one it meets for ever. */
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/;

/** Scripts in which contextual alternates are only decoration. */
const PLAIN_SCRIPTS: ReadonlySet<string> = new Set(['Latn', 'Grek', 'Cyrl', 'Armn', 'Zyyy']);

/** Make the plan; whatever the shaper would not understand is left out. */
export function createPlan(shaping: Shaping): ShapingPlan {
  const script = /^[A-Z][a-z]{3}$/.test(shaping.script) ? shaping.script : 'Zyyy';
  const calm = PLAIN_SCRIPTS.has(script) ? [new Feature('calt', 0)] : [];
  return {
    script,
    language: LANGUAGE.test(shaping.language) ? shaping.language : '',
    direction: shaping.direction === 'rtl' ? Direction.RTL : Direction.LTR,
    features: [...calm, ...shaping.features.flatMap(parseFeature)],
  };
}

/** Text that is equal for shapings that give equal runs. */
export function planKey(shaping: Shaping): string {
  const { script, language, direction, features } = shaping;
  return `${script} ${language} ${direction} ${features.join(' ')}`;
}

function parseFeature(text: string): readonly Feature[] {
  const [, sign, tag, value] = FEATURE.exec(text) ?? [];
  if (tag === undefined) return [];
  if (sign === '-') return [new Feature(tag, 0)];
  return [new Feature(tag, value === undefined ? 1 : Number(value))];
}
