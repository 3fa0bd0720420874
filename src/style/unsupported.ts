/** Properties that resets set and that change nothing on paper, whatever they say: screens' fonts, phones' zoom and taps. */
const MEANINGLESS: ReadonlySet<string> = new Set([
  'text-size-adjust',
  'tap-highlight-color',
  'font-smoothing',
  'osx-font-smoothing',
]);

/** Whether a declaration asks for nothing but what is done anyway. */
export function isMeaningless(name: string, value: string): boolean {
  const plain = name.replace(/^-[a-z]+-/, '');
  if (plain.endsWith('color-adjust')) return value.trim().toLowerCase() === 'exact';
  return MEANINGLESS.has(plain);
}

/** Properties of CSS that are not in the subset, with what to do instead. They are warned of by name, like all others. */
export const UNSUPPORTED_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['float', 'use display: flex, or position: absolute'],
  ['clear', 'floats are not supported'],
  ['background-image', 'use an img with position: absolute'],
  ['background-position', 'pictures behind boxes are not supported'],
  ['background-size', 'pictures behind boxes are not supported'],
  ['background-repeat', 'pictures behind boxes are not supported'],
  ['border-image', 'use border-style and border-color'],
  ['box-shadow', 'shadows are not printed: use a border'],
  ['text-shadow', 'shadows are not printed'],
  ['filter', 'filters are not printed'],
  ['columns', 'use display: grid'],
  ['column-count', 'use display: grid'],
  ['column-width', 'use display: grid'],
  ['counter-set', 'use counter-reset or counter-increment'],
  ['quotes', 'quotation marks follow the language; write others as strings in content'],
  ['writing-mode', 'use transform: rotate()'],
  ['aspect-ratio', 'give width and height'],
  ['font-feature-settings', 'use font-variant-numeric or font-kerning'],
  ['font-variant', 'use font-variant-numeric or text-transform'],
  ['outline', 'use border'],
  ['cursor', 'it means nothing on paper: remove it'],
  ['transition', 'it means nothing on paper: remove it'],
  ['animation', 'it means nothing on paper: remove it'],
  ['pointer-events', 'it means nothing on paper: remove it'],
  ['user-select', 'it means nothing on paper: remove it'],
  ['print-color-adjust', 'colours are always printed: remove it'],
  ['color-adjust', 'colours are always printed: remove it'],
  ['text-rendering', 'text is always shaped in full: remove it'],
  ['color-scheme', 'paper has one: remove it'],
]);
