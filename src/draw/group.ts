import type { PlacedGroup } from '../paginate/page.ts';
import { coordinate, matrix } from './format-number.ts';

/** The operators that enter a group from the page, outermost first. The clip lies within the transformation. */
export function groupOperators(group: PlacedGroup, upTo: PlacedGroup | null = null): string {
  const operators: string[] = [];
  for (
    let outer: PlacedGroup | null = group;
    outer !== null && outer !== upTo;
    outer = outer.parent
  ) {
    operators.push(enterOperators(outer));
  }
  return operators.reverse().join('');
}

function enterOperators({ transform, clip }: PlacedGroup): string {
  const moved = transform === null ? '' : `${matrix(transform)} cm\n`;
  if (clip === null) return moved;
  const rect = [clip.x, clip.y, clip.width, clip.height].map(coordinate).join(' ');
  return `${moved}${rect} re W n\n`;
}
