import type { PlacedGroup } from '../paginate/page.ts';
import { matrix } from './format-number.ts';
import { rectPath } from './outline.ts';

/** The groups around an item, outermost first, that lie within another group. */
export function groupsBelow(
  group: PlacedGroup | null,
  inside: PlacedGroup | null,
): readonly PlacedGroup[] {
  if (group === inside || group === null) return NONE;
  const groups: PlacedGroup[] = [];
  for (let at: PlacedGroup | null = group; at !== null && at !== inside; at = at.parent) {
    groups.push(at);
  }
  return groups.reverse();
}

const NONE: readonly PlacedGroup[] = [];

/** Whether a group is another one or lies within it. */
export function isIn(group: PlacedGroup | null, outer: PlacedGroup): boolean {
  for (let at = group; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** The operators that enter groups, outermost first. A clip lies within its group's transformation. */
export function groupOperators(groups: readonly PlacedGroup[]): string {
  return groups.map(enterOperators).join('');
}

function enterOperators({ transform, clip }: PlacedGroup): string {
  const moved = transform === null ? '' : `${matrix(transform)} cm\n`;
  return clip === null ? moved : `${moved}${rectPath(clip)}W n\n`;
}
