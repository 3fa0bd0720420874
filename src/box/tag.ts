/**
 * Standard structure types (ISO 32000-1, section 14.8.4) that our HTML elements map to. `Artifact` is none of them: content
 * that `aria-hidden`, or a picture's `alt=""` or `role="presentation"`, takes out of the structure with all that is in it.
 * (`role="presentation"` on a table takes only the table away: its words stay.)
 */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Link'
  | 'Span'
  | 'Code'
  | 'BlockQuote'
  | 'Note'
  | 'Artifact';

/**
 * A node of the structure tree. Parents are known, children are not: drawing gathers them in `order`.
 * Content without a tag is an artifact (rules, backgrounds, page numbers, repeated headers).
 */
export interface Tag {
  readonly role: Role;
  readonly parent: Tag | null;
  /** Document order over all tags of a document; unique. */
  readonly order: number;
  /** What it says beside its role; null for nothing, as with nearly all tags. */
  readonly properties: TagProperties | null;
}

/** What a tag says beside its role. */
export interface TagProperties {
  /** Language where it differs from the parent's. */
  readonly language: string | null;
  /** Words for a figure. */
  readonly alternative: string | null;
  /** Target of a link. */
  readonly link: string | null;
  readonly cell: CellTag | null;
}

/** What a table cell tells assistive technology. */
export interface CellTag {
  readonly scope: 'Row' | 'Column' | 'Both' | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Orders of the header cells that this cell names by its `headers` attribute. */
  readonly headers: readonly number[];
}
