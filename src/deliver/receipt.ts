/** Proof of what was written: which file, which bytes. */
export interface Receipt {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file in lower-case hex. */
  readonly sha256: string;
}
