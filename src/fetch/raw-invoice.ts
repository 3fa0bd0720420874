/** One invoice as it came, untrusted, with the place it came from. */
export interface RawInvoice {
  readonly body: unknown;
  /** File name, `-` for standard input, or the URL without its secrets. */
  readonly origin: string;
  /** JSON path of the invoice within its origin: `$`, `[0]`, `data[3]`. */
  readonly path: string;
}
