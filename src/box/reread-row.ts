import type { SourceOffset } from '../markup/element.ts';
import type { PatternedRow } from '../markup/patterned-row.ts';
import type { Style } from '../style/style.ts';
import type { CellAmount, CellBox, RowBox } from './box.ts';
import { plannedAmounts, plannedCells, type RowPlan } from './row-plan.ts';
import type { Tag } from './tag.ts';

/**
 * A row of a very long table, which keeps no cells: it reads them from the page each time they are asked for, since memory
 * has no room for those of all rows. A class, because its objects share the way to them.
 */
export class RereadRow implements RowBox {
  readonly style: Style;
  readonly tag: Tag;
  private readonly element: PatternedRow;
  private readonly plan: RowPlan;

  constructor({ style, tag }: Pick<RowBox, 'style' | 'tag'>, element: PatternedRow, plan: RowPlan) {
    this.style = style;
    this.tag = tag;
    this.element = element;
    this.plan = plan;
  }

  get kind(): 'row' {
    return 'row';
  }

  get source(): SourceOffset {
    return this.element.source;
  }

  get columns(): number {
    return this.plan.length;
  }

  get cells(): readonly CellBox[] {
    return plannedCells(this.plan, this.element.gaps(), this);
  }

  get amounts(): readonly CellAmount[] {
    return plannedAmounts(this.plan, this.element.gaps());
  }
}
