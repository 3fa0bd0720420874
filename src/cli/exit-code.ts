/** What the command's exit code means. */
export const EXIT = {
  ok: 0,
  /** Some invoices failed; the others are done. */
  someFailed: 1,
  /** Usage or configuration. */
  usage: 2,
  /** A needed service is out of reach. */
  unreachable: 3,
} as const;
