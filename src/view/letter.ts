import type { Settings } from '../config/settings.ts';
import type { LetterView } from './invoice-view.ts';

/** Countries whose window envelopes have the address on the right (France: NF Z 11-001; Switzerland: SN 010130). */
const RIGHT = new Set(['BE', 'CH', 'FR', 'IT', 'LU', 'MC']);

/** Where the sender's envelopes have their window, and where the sheet is folded for them. */
export function viewLetter({ seller, paper }: Settings): LetterView {
  const isRight = RIGHT.has(seller.address.country);
  const window = isRight ? 'right' : 'left';
  if (paper === 'Letter') return { window, fold: 'thirds' };
  return { window, fold: isRight ? 'thirds' : 'din' };
}
