import type { Context } from './grammar.ts';
import { LONGHANDS } from './properties.ts';
import type { Style } from './style.ts';

const black = { red: 0, green: 0, blue: 0, alpha: 1 };

function initialStyle(): Style {
  const context: Context = {
    parent: { fontSize: 16, fontWeight: 400, textAlign: 'start' } as Style,
    fontSize: 16,
    rootFontSize: 16,
    face: () => null,
    color: black,
  };
  const entries = LONGHANDS.map(({ key, initialValue }) => [key, initialValue(context)]);
  return { ...(Object.fromEntries(entries) as Style), ...NO_BORDERS, language: '' };
}

/** Borders are 0 wide where their style is none, as it is initially. */
const NO_BORDERS = {
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
};

/** Every property at its initial value: what the root element inherits. */
export const INITIAL_STYLE: Style = initialStyle();
