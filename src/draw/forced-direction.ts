import type { GlyphRun } from '../font/face.ts';

const LEFTWARD_LETTER =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether letters that run from left to right are forced to run the other way, which no reader expects. */
export const isTurned = ({ direction, text }: GlyphRun): boolean =>
  direction === 'rtl' && LETTER.test(text) && !LEFTWARD_LETTER.test(text);

/** Whether letters that run from right to left are forced to run the other way: readers would turn them back. */
export const isForced = ({ direction, text }: GlyphRun): boolean =>
  direction === 'ltr' && LEFTWARD_LETTER.test(text);

/** A left-to-right mark behind each letter says that the text stands in the order in which it is read. */
export const keptInOrder = (text: string): string => [...text].join('\u200e');
