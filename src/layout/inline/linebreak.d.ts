declare module 'linebreak' {
  /** A place where a line may end (UAX 14). */
  interface Break {
    readonly position: number;
    readonly required: boolean;
  }
  class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
  export { LineBreaker as default };
}
