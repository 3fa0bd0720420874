import type { MeasuredGroup } from './row-groups.ts';
import { hasHeight, type Band } from './measure-band.ts';

/** Rows that take a part of the height that a table has beyond its content. */
interface Takers {
  readonly isTaker: (group: MeasuredGroup, band: Band, index: number) => boolean;
  readonly weight: (band: Band, index: number) => number;
  readonly total: number;
}

function sumOver(
  groups: readonly MeasuredGroup[],
  value: (group: MeasuredGroup, band: Band, index: number) => number,
): number {
  let sum = 0;
  for (const group of groups) {
    for (const band of group.bands) {
      for (let index = 0; index < band.rows.length; index++) sum += value(group, band, index);
    }
  }
  return sum;
}

/** Rows of bodies without a height of their own take it by their height; failing these, every row. */
function takersOf(groups: readonly MeasuredGroup[]): Takers {
  const hasBody = groups.some(({ group, bands }) => group.box.group === 'body' && bands.length > 0);
  const inBody = ({ group }: MeasuredGroup): boolean => !hasBody || group.box.group === 'body';
  const isFree = (group: MeasuredGroup, band: Band, index: number): boolean => {
    const row = band.rows[index];
    return inBody(group) && row !== undefined && !hasHeight(row);
  };
  const free = sumOver(groups, (group, band, index) => (isFree(group, band, index) ? 1 : 0));
  const isTaker = free > 0 ? isFree : inBody;
  const height = (band: Band, index: number): number => band.heights[index] ?? 0;
  const total = sumOver(groups, (group, band, index) =>
    isTaker(group, band, index) ? height(band, index) : 0,
  );
  if (total > 0) return { isTaker, weight: height, total };
  return { isTaker, weight: () => 1, total: Math.max(1, free) };
}

/** Give rows the height that the table has beyond its content (CSS 2.1, section 17.5.3 leaves the way open). */
export function growBands(
  groups: readonly MeasuredGroup[],
  extra: number,
): readonly MeasuredGroup[] {
  if (extra <= 0) return groups;
  const { isTaker, weight, total } = takersOf(groups);
  return groups.map((group) => ({
    ...group,
    bands: group.bands.map((band) => ({
      ...band,
      heights: band.heights.map((height, index) =>
        isTaker(group, band, index) ? height + (extra * weight(band, index)) / total : height,
      ),
    })),
  }));
}
