import type { CssNode } from 'css-tree';
import { failure, type Failure } from '../failure.ts';
import { place, type Source } from '../markup/element.ts';
import type { FontFaceDescription, PageRule, StyleRule } from './sheet.ts';

/** A sheet while it is read. */
export interface SheetDraft {
  readonly file: string;
  readonly rules: StyleRule[];
  readonly pages: PageRule[];
  readonly fontFaces: FontFaceDescription[];
  readonly warnings: Failure[];
}

/** Where a node begins. */
export function nodeSource(node: CssNode, file: string): Source {
  const start = node.loc?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** Add a warning at a node. */
export function warn(
  draft: SheetDraft,
  node: CssNode,
  message: string,
  hint: string | null = null,
): void {
  draft.warnings.push(failure('style', place(nodeSource(node, draft.file)), message, { hint }));
}
