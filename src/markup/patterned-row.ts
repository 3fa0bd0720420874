import type { Element, Node, SourceOffset } from './element.ts';
import { gapsOf, placeIn, type PatternNode, type RowGaps, type RowPattern } from './row-pattern.ts';

/**
 * A row that is written like an earlier one but for its texts and data: it keeps where it stands, and reads its nodes when
 * they are asked for. A class, because its objects share the way to them.
 */
export class PatternedRow implements Element {
  readonly pattern: RowPattern;
  readonly source: SourceOffset;
  private readonly html: string;
  private nodes: readonly Node[] | null = null;

  constructor(pattern: RowPattern, html: string, source: SourceOffset) {
    this.pattern = pattern;
    this.html = html;
    this.source = source;
  }

  get kind(): 'element' {
    return 'element';
  }

  get name(): string {
    return 'tr';
  }

  get attributes(): Element['attributes'] {
    return this.pattern.attributes;
  }

  get textSource(): SourceOffset {
    return 0;
  }

  get content(): readonly Node[] {
    return (this.nodes ??= nodesOf(this));
  }

  /** Let go of the nodes; they are read again where they are asked for again. */
  letGo(): void {
    this.nodes = null;
  }

  /** What it has where other rows of its pattern differ; read anew each time. */
  gaps(): RowGaps {
    return gapsOf(this.html, this.pattern, this.source);
  }
}

function nodesOf(row: PatternedRow): readonly Node[] {
  const gaps = row.gaps();
  return row.pattern.nodes.map((each) => nodeOf(each, gaps, row.source));
}

function nodeOf(each: PatternNode, gaps: RowGaps, start: SourceOffset): Node {
  const { node, data, text } = each;
  const source = placeIn(gaps, start, each);
  if (node.kind === 'text') return { kind: 'text', text: node.text, source };
  const attributes = data < 0 ? node.attributes : withData(node, gaps.texts[data] ?? '');
  const content = text < 0 ? node.content : (gaps.texts[text] ?? '');
  const textSource = text < 0 ? 0 : (gaps.starts[text] ?? 0);
  return { kind: 'element', name: node.name, attributes, content, source, textSource };
}

function withData({ attributes }: Element, value: string): Element['attributes'] {
  return { ...attributes, [lastName(attributes)]: value };
}

/** The name of the attribute that was written last. */
export function lastName(attributes: Element['attributes']): string {
  return Object.keys(attributes).at(-1) ?? '';
}
