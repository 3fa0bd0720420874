import type { StyledNode } from '../style/style-cache.ts';
import type { Build } from './build.ts';
import type { Content } from './content.ts';

/** What an element contributes: as it is, or, where its position takes it out of the flow, marked as such. */
export function inFlowOrOut(
  contents: readonly Content[],
  { style, inlineLevel }: StyledNode,
  parent: StyledNode,
  build: Build,
): readonly Content[] {
  if (style.position !== 'absolute' && style.position !== 'fixed') return contents;
  build.hasOutOfFlow = true;
  return contents.map((content) => takenOut(content, inlineLevel && !parent.itemises));
}

/** A box that is taken out of the flow, whatever it would be in it. */
function takenOut(content: Content, inlineLevel: boolean): Content {
  if (content.kind === 'block') return { kind: 'out-of-flow', box: content.box, inlineLevel };
  const atom = content.kind === 'inline' && content.inline.kind === 'atom' ? content.inline : null;
  return atom ? { kind: 'out-of-flow', box: atom.box, inlineLevel } : content;
}
