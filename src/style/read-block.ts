import type { CssNode } from 'css-tree';
import { failure, type Failure } from '../failure.ts';
import { place } from '../markup/element.ts';
import type { Block, Declaration } from './declaration.ts';
import { readDeclaration } from './read-declaration.ts';
import { nodeSource } from './sheet-draft.ts';

/** Read the declarations of a block; nested rules are refused. */
export function readBlock(parent: CssNode, file: string, warnings: Failure[]): Block {
  const normal: Declaration[] = [];
  const important: Declaration[] = [];
  for (const node of childNodes(parent)) {
    const source = nodeSource(node, file);
    if (node.type === 'Declaration') {
      const reading = readDeclaration(node, source);
      (node.important ? important : normal).push(...reading.declarations);
      if (reading.warning) warnings.push(reading.warning);
    } else if (node.type === 'Rule') {
      warnings.push(failure('style', place(source), 'rules within rules are not supported'));
    }
  }
  return { normal, important };
}

function childNodes(parent: CssNode): readonly CssNode[] {
  return parent.type === 'Block' || parent.type === 'DeclarationList'
    ? parent.children.toArray()
    : [];
}
