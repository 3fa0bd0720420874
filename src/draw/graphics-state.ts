import type { Color } from '../color.ts';
import { write, writeThousandths, type ByteText } from './byte-text.ts';
import { UNSET, type Content, type NamedObject } from './content.ts';
import { coordinate, thousandths, writeCoordinate } from './format-number.ts';

/** Set the room between letters, px. Readers know of letter-spacing by its operator, not by moves of the pen. */
export function setSpacing({ text, state }: Content, spacing: number): void {
  const grid = thousandths(spacing);
  if (state.spacing === grid) return;
  writeThousandths(text, grid);
  write(text, 'Tc\n');
  state.spacing = grid;
}

/** Set the font, px. */
export function setFont(content: Content, font: NamedObject, size: number): void {
  const { state } = content;
  if (state.font === font.name && state.size === size) return;
  content.fonts.set(font.name, font.id);
  write(content.text, `/${font.name} `);
  writeCoordinate(content.text, size);
  write(content.text, 'Tf\n');
  state.font = font.name;
  state.size = size;
}

/** Set the colour of fills and text, alpha included. */
export function setFill(content: Content, color: Color): void {
  const { state } = content;
  setAlpha(content, color.alpha);
  if (state.color === color) return;
  state.color = color;
  const packed = pack(color);
  if (packed === state.fill) return;
  state.fill = packed;
  writeChannels(content.text, color);
  write(content.text, 'rg\n');
}

/** Set the colour of strokes, alpha included. */
export function setStroke(content: Content, color: Color): void {
  setAlpha(content, color.alpha);
  const packed = pack(color);
  if (packed === content.state.stroke) return;
  content.state.stroke = packed;
  writeChannels(content.text, color);
  write(content.text, 'RG\n');
}

/** Set the opacity of all that follows. */
export function setAlpha(content: Content, value: number): void {
  if (value === 1 && content.opacity === 1 && content.state.alpha === 1) return;
  const alpha = Math.round(Math.min(1, Math.max(0, value * content.opacity)) * 1000) / 1000;
  if (alpha === content.state.alpha) return;
  const { name, id } = content.names.alpha(alpha);
  content.states.set(name, id);
  content.state.alpha = alpha;
  write(content.text, `/${name} gs\n`);
}

/** Fill or stroke with a pattern from here on. */
export function usePattern(content: Content, pattern: number, stroking: boolean): void {
  const name = `P${pattern}`;
  content.patterns.set(name, pattern);
  write(content.text, stroking ? `/Pattern CS/${name} SCN\n` : `/Pattern cs/${name} scn\n`);
  if (stroking) content.state.stroke = UNSET;
  else {
    content.state.fill = UNSET;
    content.state.color = null;
  }
}

function pack(color: Color): number {
  return (channel(color.red) << 16) | (channel(color.green) << 8) | channel(color.blue);
}

function channel(value: number): number {
  return Math.round(Math.min(255, Math.max(0, value)));
}

function writeChannels(text: ByteText, { red, green, blue }: Color): void {
  writeCoordinate(text, channel(red) / 255);
  writeCoordinate(text, channel(green) / 255);
  writeCoordinate(text, channel(blue) / 255);
}

/** Red, green and blue from 0 to 1, as operators take them. */
export function channels(color: Color): string {
  return [color.red, color.green, color.blue]
    .map((value) => coordinate(channel(value) / 255))
    .join(' ');
}
