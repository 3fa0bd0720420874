import type {
  Box,
  BoxTree,
  CellBox,
  FilledCell,
  Inline,
  RowBox,
  RowGroupBox,
} from '../../src/box/box.ts';
import type { Style } from '../../src/style/style.ts';

/** A box tree as indented lines: one per box, with its tag's role. */
export function printTree(tree: BoxTree): string {
  return tree.root.children.flatMap((box) => printBox(box, '')).join('\n');
}

function printBox(box: Box, indent: string): readonly string[] {
  const inner = `${indent}  `;
  const head = `${indent}${box.kind} ${box.tag.role}`;
  switch (box.kind) {
    case 'block':
      return [
        box.marker ? `${head} marker="${box.marker.text}"` : head,
        ...box.children.flatMap((child) => printBox(child, inner)),
      ];
    case 'flex':
    case 'grid':
      return [head, ...box.children.flatMap((child) => printBox(child, inner))];
    case 'inline-flow':
      return [head, ...box.content.flatMap((content) => printInline(content, inner))];
    case 'picture':
      return [`${head} ${box.picture.width}x${box.picture.height}`];
    case 'table':
      return [
        head,
        ...box.columns.map((column) => `${inner}column ${JSON.stringify(column.style.width)}`),
        ...(box.caption ? [`${inner}caption`, ...printBox(box.caption, `${inner}  `)] : []),
        ...box.groups.flatMap((group) => printGroup(group, inner)),
      ];
  }
}

function printGroup(group: RowGroupBox, indent: string): readonly string[] {
  return [
    `${indent}${group.group} ${group.tag.role}`,
    ...group.rows.flatMap((row) => printRow(row, `${indent}  `)),
  ];
}

function printRow(row: RowBox, indent: string): readonly string[] {
  return [
    `${indent}row ${row.tag.role}`,
    ...row.cells.flatMap((cell) => printCell(cell, `${indent}  `)),
  ];
}

function printCell(cell: CellBox, indent: string): readonly string[] {
  const spans = cell.columnSpan + cell.rowSpan > 2 ? ` ${cell.columnSpan}x${cell.rowSpan}` : '';
  const amount = cell.amount ? ` ${cell.amount.name}=${cell.amount.value}` : '';
  return [
    `${indent}cell ${cell.tag.role}${spans}${amount}`,
    ...filled(cell).children.flatMap((child) => printBox(child, `${indent}  `)),
  ];
}

/** A cell as it is with the anonymous block around its text. */
export function filled(cell: CellBox): FilledCell {
  if (cell.text === null) return cell;
  const { text, textStyle, textSource, ...own } = cell;
  const { tag, source } = own;
  const inline = { kind: 'text' as const, text, style: textStyle, tag, source: textSource };
  const style: Style = { ...textStyle, display: 'block' };
  const flow: Box = { kind: 'inline-flow', style, tag, source, content: [inline] };
  return { ...own, text: null, children: [flow] };
}

function printInline(inline: Inline, indent: string): readonly string[] {
  switch (inline.kind) {
    case 'text':
      return [`${indent}${JSON.stringify(inline.text)} ${inline.tag.role}`];
    case 'span':
      return [
        `${indent}span ${inline.tag.role}`,
        ...inline.children.flatMap((child) => printInline(child, `${indent}  `)),
      ];
    case 'anchor':
      return [`${indent}anchor`, ...printBox(inline.box, `${indent}  `)];
    case 'atom':
      return [`${indent}atom`, ...printBox(inline.box, `${indent}  `)];
    case 'break':
      return [`${indent}break`];
    case 'running-total':
      return [`${indent}running-total ${inline.of}`];
  }
}
