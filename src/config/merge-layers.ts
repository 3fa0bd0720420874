import type { z } from 'zod';
import { layerShape } from './schema-layer.ts';

/** The keys that every level of the configuration may set. */
export type Layer = {
  readonly [K in keyof typeof layerShape]?: z.output<(typeof layerShape)[K]> | undefined;
};

/** Merge levels of the configuration, the later winning; tables are merged key by key, lists and values replaced. */
export function mergeLayers(layers: readonly Layer[]): Layer {
  const merged: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const key of Object.keys(layerShape)) {
      const value = (layer as Readonly<Record<string, unknown>>)[key];
      if (value !== undefined) merged[key] = mergeValues(merged[key], value);
    }
  }
  return merged;
}

function mergeValues(earlier: unknown, later: unknown): unknown {
  if (!isTable(earlier) || !isTable(later)) return later;
  const merged: Record<string, unknown> = { ...earlier };
  for (const [key, value] of Object.entries(later)) {
    if (value !== undefined)
      merged[key] = mergeValues(Object.hasOwn(earlier, key) ? earlier[key] : undefined, value);
  }
  return merged;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
