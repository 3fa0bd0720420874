/** The text of one text node on one line: its inline box in CSS px from the top left corner of the content. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
