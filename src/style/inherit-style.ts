import type { MutableStyle } from './computed-style.ts';
import { INITIAL_STYLE } from './initial-style.ts';
import { LONGHANDS } from './properties.ts';
import type { PropertyKey } from './property.ts';
import type { Style } from './style.ts';

/** Inherited properties as the parent has them, the others initial (CSS Cascade 5, section 7). */
export function inheritedFrom(parent: Style): MutableStyle {
  const style: MutableStyle = { ...INITIAL_STYLE };
  for (const { key, inherited } of LONGHANDS) if (inherited) copyValue(style, parent, key);
  style.language = parent.language;
  return style;
}

function copyValue<K extends PropertyKey>(target: MutableStyle, source: Style, key: K): void {
  target[key] = source[key] as MutableStyle[K];
}

/** The style of an anonymous box or of text: inherited, with the decorations that reach into it. */
export function anonymousStyle(parent: Style, change: Partial<Style> = {}): Style {
  return {
    ...inheritedFrom(parent),
    textDecorationLine: parent.textDecorationLine,
    textDecorationColor: parent.textDecorationColor,
    textDecorationStyle: parent.textDecorationStyle,
    textDecorationThickness: parent.textDecorationThickness,
    ...change,
  };
}
