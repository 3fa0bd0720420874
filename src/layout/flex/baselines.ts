import type { Box } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import type { Placed } from './container-item.ts';
import type { Participant } from './taffy.ts';

/** Whether an item stands on the baseline of its line or row. */
export function alignsBaseline(container: Style, box: Box): boolean {
  const own = box.kind === 'inline-flow' ? 'auto' : box.style.alignSelf;
  return (own === 'auto' ? container.alignItems : own) === 'baseline';
}

/** How far each of these items must go down so that their baselines agree (CSS Align 3, section 9.3), by index. */
export function addDrops(
  drops: number[],
  aligned: readonly number[],
  placed: readonly Placed[],
): void {
  const baselines = aligned.map((index) => {
    const each = placed[index];
    return each ? each.y + (each.item.baseline ?? each.item.height) : 0;
  });
  const lowest = Math.max(...baselines);
  aligned.forEach((index, at) => {
    drops[index] = lowest - (baselines[at] ?? lowest);
  });
}

/** The item with so much more margin above. */
export function lowered(participant: Participant, drop: number): Participant {
  const { marginTop } = participant.style;
  if (drop === 0 || marginTop === 'auto' || typeof marginTop === 'string') return participant;
  return { ...participant, style: { ...participant.style, marginTop: (marginTop ?? 0) + drop } };
}

/** Drops of the items of a grid; `rows` is the first row of each. */
export function rowDrops(
  boxes: readonly Box[],
  container: Style,
  placed: readonly Placed[],
  rows: readonly number[],
): readonly number[] {
  const drops = boxes.map(() => 0);
  const byRow = new Map<number, number[]>();
  boxes.forEach((box, index) => {
    if (!alignsBaseline(container, box)) return;
    const row = rows[index] ?? 0;
    byRow.set(row, [...(byRow.get(row) ?? []), index]);
  });
  for (const aligned of byRow.values()) addDrops(drops, aligned, placed);
  return drops;
}
