/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name without extension that every file system takes, from an invoice number; never empty, at most 120 characters. */
export function fileNameOf(number: string): string {
  const safe = number
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Number}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const short = Array.from(safe).slice(0, 120).join('');
  return short === '' || RESERVED.test(short) ? `invoice-${short}` : short;
}
