/** The parts of css-tree that are used, without the dictionaries of all properties that the whole loads. */
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';
  const parse: (text: string, options?: ParseOptions) => CssNode;
  export { parse as default };
}

declare module 'css-tree/generator' {
  import type { CssNode } from 'css-tree';
  const generate: (node: CssNode) => string;
  export { generate as default };
}

declare module 'css-tree/utils' {
  export { List } from 'css-tree';
}
