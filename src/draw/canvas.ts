import type { PlacedGroup } from '../paginate/page.ts';
import type { Content } from './content.ts';
import type { Drawing } from './drawing.ts';
import type { Sheet } from './sheet.ts';

/** Where items are drawn. */
export interface Canvas {
  readonly drawing: Drawing;
  readonly content: Content;
  readonly sheet: Sheet;
  /** The group that all of the content is in; its own operators are written already. */
  readonly inside: PlacedGroup | null;
  /** How many form XObjects deep. */
  readonly depth: number;
}
